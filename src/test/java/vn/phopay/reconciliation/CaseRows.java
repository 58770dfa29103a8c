package vn.phopay.reconciliation;

import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.CaseId;

/** Cases to open, and what a test database holds of them. */
final class CaseRows {
    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Pool pool;

    CaseRows(Pool pool) {
        this.pool = pool;
    }

    /** A case of a statement, which names no payment. */
    static NewCase gap(String fingerprint) {
        return gap(fingerprint, "7");
    }

    /** The same, told with other evidence. */
    static NewCase gap(String fingerprint, String sequence) {
        return new NewCase(new CaseId(UUID.randomUUID()), CaseKind.STATEMENT_GAP, fingerprint, DAY, "mbbank", null,
                new JsonObject().put("accountNumber", "0123456789").put("sequence", sequence)
                        .put("deliveryId", UUID.randomUUID().toString()), NOW);
    }

    void open(NewCase... cases) {
        await(pool.withTransaction(transaction -> new CaseStore().open(transaction, List.of(cases))));
    }

    /** The one case of a fingerprint. */
    Row only(String fingerprint) {
        List<Row> rows = rows("SELECT * FROM recon_case WHERE fingerprint = $1", fingerprint);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " cases of " + fingerprint);
        }
        return rows.getFirst();
    }

    /** What was done about a case, in order: {@code ACT RESOLUTION REASON}, blanks where there is none. */
    List<String> acts(String fingerprint) {
        return rows("SELECT concat_ws(' ', act, a.resolution, reason) AS line FROM case_act a"
                + " JOIN recon_case c USING (case_id) WHERE fingerprint = $1 ORDER BY recorded_at, act_id",
                fingerprint).stream().map(row -> row.getString("line")).toList();
    }

    List<Row> rows(String sql, @Nullable Object parameter) {
        List<Row> rows = new ArrayList<>();
        await(pool.preparedQuery(sql).execute(Tuple.of(parameter))).forEach(rows::add);
        return rows;
    }
}
