package vn.phopay.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.StatementId;

/** Reads what became of uploads. */
public final class ReadStatements {
    /** Most statements listed of one upload; those that do not add up come first. */
    public static final int STATEMENTS_MAX = 500;

    private static final Sql READ = Sql.load("statement/read_upload");
    private static final Sql LIST = Sql.load("statement/list_uploads");
    private static final Sql LIST_STATEMENTS = Sql.load("statement/list_statements_of_upload");
    private static final int PERCENT = 100;

    /** An upload in a list. */
    public record Summary(
            StatementId id, String bankCode, String format, long sizeBytes, String status, Instant receivedAt,
            @Nullable Instant finishedAt) {}

    /**
     * An upload in full.
     *
     * @param counts what its lines led to
     * @param progress percent of the work that is done
     * @param fault where and why its import failed; null where it did not
     * @param statements the first {@link #STATEMENTS_MAX} of its statements
     */
    public record Detail(
            Summary summary, Counts counts, int progress, @Nullable Fault fault, List<Statement> statements) {}

    /** What lines led to; {@code missing} counts payments without a line, as far as cases are open about them. */
    public record Counts(
            long lines, long matched, long recovered, long missing, long amountMismatch, long ambiguous,
            long duplicates) {}

    /** Where and why a file cannot be imported. */
    public record Fault(@Nullable String place, String detail) {}

    /** One statement of an upload, as kept. */
    public record Statement(Row row) {}

    /** Which uploads to list, latest first; null does not filter. */
    public record Filter(@Nullable String bankCode, @Nullable String status, @Nullable StatementId after, int limit) {}

    /** The upload; empty where there is none. */
    public Future<Optional<Detail>> read(SqlClient client, StatementId id) {
        return READ.execute(client, Tuple.of(id.value())).compose(rows -> rows.size() == 0
                ? Future.succeededFuture(Optional.empty())
                : LIST_STATEMENTS.execute(client, Tuple.of(id.value(), (long) STATEMENTS_MAX)).map(statements -> {
                    List<Statement> items = new ArrayList<>(statements.size());
                    statements.forEach(row -> items.add(new Statement(row)));
                    return Optional.of(toDetail(rows.iterator().next(), items));
                }));
    }

    /** Uploads by {@code filter}. */
    public Future<List<Summary>> list(SqlClient client, Filter filter) {
        StatementId after = filter.after();
        Tuple parameters = Tuple.tuple()
                .addString(filter.bankCode())
                .addString(filter.status())
                .addUUID(after == null ? null : after.value())
                .addLong((long) filter.limit());
        return LIST.execute(client, parameters).map(rows -> {
            List<Summary> items = new ArrayList<>(rows.size());
            rows.forEach(row -> items.add(toSummary(row)));
            return items;
        });
    }

    private static Summary toSummary(Row row) {
        OffsetDateTime finished = row.getOffsetDateTime("finished_at");
        return new Summary(new StatementId(row.getUUID("upload_id")), row.getString("bank_code"),
                row.getString("format"), row.getLong("size_bytes"), row.getString("status"),
                row.getOffsetDateTime("received_at").toInstant(), finished == null ? null : finished.toInstant());
    }

    private static Detail toDetail(Row row, List<Statement> statements) {
        long repeated = row.getLong("repeated_lines");
        Counts counts = new Counts(row.getLong("lines") + repeated, row.getLong("matched"),
                row.getLong("recovered"), row.getLong("missing"), row.getLong("amount_mismatch"),
                row.getLong("ambiguous"), row.getLong("duplicates") + repeated);
        String detail = row.getString("fault_detail");
        Fault fault = detail == null ? null : new Fault(row.getString("fault_place"), detail);
        return new Detail(toSummary(row), counts, progress(row, counts), fault, statements);
    }

    /** Both passes count half: in the first all lines are looked at, in the second those left. */
    private static int progress(Row row, Counts counts) {
        Long total = row.getLong("lines_total");
        if ("IMPORTED".equals(row.getString("status"))) {
            return PERCENT;
        }
        if (total == null || total == 0) {
            return 0;
        }
        long decided = counts.matched() + counts.recovered() + counts.amountMismatch() + counts.ambiguous()
                + counts.duplicates();
        long steps = row.getLong("lines_done") + decided;
        return (int) Math.min(PERCENT - 1, steps * PERCENT / (2 * total));
    }
}
