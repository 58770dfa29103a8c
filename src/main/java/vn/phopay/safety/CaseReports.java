package vn.phopay.safety;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.SafetyReportId;

/**
 * What the safety desk sees of a case: its reports and their photos. Whether the reader may see the case is for the
 * caller to ask first. Every future fails only on a database fault.
 */
public final class CaseReports {
    private static final Sql LIST = Sql.load("safety/list_case_reports");
    private static final Sql READ_PHOTO = Sql.load("safety/read_case_photo");

    /**
     * One report.
     *
     * @param id its id
     * @param number what people call it
     * @param reportedAt when
     * @param reporter who
     * @param where where, and what was said
     * @param payload what a scan read
     * @param photo the number of its photo within the case, as long as it is kept
     */
    public record Entry(
            SafetyReportId id,
            long number,
            Instant reportedAt,
            Reporter reporter,
            Where where,
            Optional<String> payload,
            Optional<Integer> photo) {}

    /** Who reported: an owner, or a passer-by; and how to reach him, as long as that is kept. */
    public record Reporter(Optional<MerchantId> merchant, Optional<String> contact) {}

    /** Where it is, and what was said. */
    public record Where(
            Optional<OutletId> outlet, Optional<String> outletName, Optional<String> place, Optional<String> note) {}

    /** The reports of a case, the first first, at most 200; none where it is no case of reports. */
    public Future<List<Entry>> list(SqlClient client, CaseId id) {
        return LIST.execute(client, Tuple.of(id.value()))
                .map(rows -> rows.stream().map(CaseReports::toEntry).toList());
    }

    /** A photo of a case, a JPEG file; empty where there is none of this number, or it was forgotten. */
    public Future<Optional<Buffer>> photo(SqlClient client, CaseId id, int number) {
        return READ_PHOTO.execute(client, Tuple.of(id.value(), number))
                .map(rows -> rows.stream().findFirst().map(row -> row.getBuffer("jpeg")));
    }

    private static Entry toEntry(Row row) {
        return new Entry(
                new SafetyReportId(row.getUUID("report_id")),
                row.getLong("report_no"),
                row.getOffsetDateTime("reported_at").toInstant(),
                new Reporter(Optional.ofNullable(row.getUUID("merchant_id")).map(MerchantId::new),
                        Optional.ofNullable(row.getString("contact"))),
                new Where(Optional.ofNullable(row.getUUID("outlet_id")).map(OutletId::new),
                        Optional.ofNullable(row.getString("outlet_name")),
                        Optional.ofNullable(row.getString("place")),
                        Optional.ofNullable(row.getString("note"))),
                Optional.ofNullable(row.getString("payload")),
                Optional.ofNullable(row.getInteger("photo")));
    }
}
