package vn.phopay.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.SafetyReportId;
import vn.phopay.identity.SelfCheckId;
import vn.phopay.time.BusinessDay;

/** Reports of codes that were pasted over, their photos and contacts. Every future fails only on a database fault. */
public final class ReportStore {
    private static final Sql CLAIM = Sql.load("safety/claim_submission");
    private static final Sql FIND = Sql.load("safety/find_report");
    private static final Sql DRAW_NUMBER = Sql.load("safety/draw_report_number");
    private static final Sql INSERT = Sql.load("safety/insert_report");
    private static final Sql INSERT_CONTACT = Sql.load("safety/insert_contact");
    private static final Sql INSERT_PHOTO = Sql.load("safety/insert_photo");
    private static final Sql COUNT_PUBLIC = Sql.load("safety/count_public_reports");
    private static final Sql READ_CHECK = Sql.load("safety/read_reported_check");
    private static final Sql READ_PLACE = Sql.load("safety/read_report_place");
    private static final Sql LIST_OWN = Sql.load("safety/list_own_reports");
    private static final Sql READ_RECEIPT = Sql.load("safety/read_receipt");

    /** A report that a form made before, and whose it is. */
    record Earlier(SafetyReportId id, @Nullable UUID merchant) {}

    /**
     * A report about to be kept.
     *
     * @param id its id
     * @param number what people call it
     * @param caseId the case that it belongs to
     * @param place where it is
     * @param payload what a scan read
     */
    record Filing(
            SafetyReportId id, long number, CaseId caseId, ReportedPlace place, Optional<String> payload) {}

    /** Claims a form for a report; false where it was sent before. */
    Future<Boolean> claim(SqlClient transaction, TamperReport report, SafetyReportId id) {
        return CLAIM.execute(transaction, Tuple.of(report.key(), id.value(), report.ownerId()))
                .map(rows -> rows.rowCount() == 1);
    }

    Future<Earlier> earlier(SqlClient transaction, UUID key) {
        return FIND.execute(transaction, Tuple.of(key)).map(rows -> {
            Row row = rows.iterator().next();
            return new Earlier(new SafetyReportId(row.getUUID("report_id")), row.getUUID("merchant_id"));
        });
    }

    Future<Long> drawNumber(SqlClient transaction) {
        return DRAW_NUMBER.execute(transaction).map(rows -> rows.iterator().next().getLong("report_no"));
    }

    Future<Void> insert(SqlClient transaction, TamperReport report, Filing filing, Instant now) {
        Tuple parameters = Tuple.of(filing.id().value(), filing.number(), filing.caseId().value())
                .addString(report.owner().isPresent() ? "OWNER" : "PUBLIC")
                .addUUID(report.ownerId())
                .addUUID(filing.place().outlet())
                .addString(filing.place().districtPlaceId())
                .addString(filing.place().words())
                .addUUID(report.proof().check().map(SelfCheckId::value).orElse(null))
                .addString(filing.payload().orElse(null))
                .addString(report.proof().note().orElse(null))
                .addOffsetDateTime(Moments.timestamp(now))
                .addLocalDate(BusinessDay.of(now));
        return INSERT.execute(transaction, parameters)
                .compose(kept -> insertContact(transaction, report, filing))
                .compose(kept -> insertPhoto(transaction, report, filing));
    }

    private static Future<Void> insertContact(SqlClient transaction, TamperReport report, Filing filing) {
        return report.contact()
                .map(contact -> INSERT_CONTACT.execute(transaction, Tuple.of(filing.id().value(), contact))
                        .<Void>mapEmpty())
                .orElseGet(Future::succeededFuture);
    }

    private static Future<Void> insertPhoto(SqlClient transaction, TamperReport report, Filing filing) {
        return report.proof().photo()
                .map(photo -> INSERT_PHOTO.execute(transaction, Tuple.of(filing.id().value(),
                        filing.caseId().value(), photo.jpeg(), photo.widthPx(), photo.heightPx())).<Void>mapEmpty())
                .orElseGet(Future::succeededFuture);
    }

    Future<Long> countPublic(SqlClient client, LocalDate day) {
        return COUNT_PUBLIC.execute(client, Tuple.of(day)).map(rows -> rows.iterator().next().getLong("reports"));
    }

    /** What an alarm read; empty where it is another's, raised no alarm, or was forgotten. */
    Future<Optional<String>> payloadOf(SqlClient client, SelfCheckId check, MerchantId merchant) {
        return READ_CHECK.execute(client, Tuple.of(check.value(), merchant.value()))
                .map(rows -> rows.stream().findFirst().map(row -> row.getString("payload")));
    }

    /** Where an outlet of the merchant stands; empty where it is another's. */
    Future<Optional<ReportedPlace>> placeOf(SqlClient client, OutletId outlet, MerchantId merchant) {
        return READ_PLACE.execute(client, Tuple.of(outlet.value(), merchant.value()))
                .map(rows -> rows.stream().findFirst().map(row -> new ReportedPlace(
                        outlet.value(), row.getString("district_place_id"), row.getString("district_code"), null)));
    }

    /** An owner's own reports, the last first, at most 100. */
    public Future<List<ReportStatus>> ownReports(SqlClient client, MerchantId merchant) {
        return LIST_OWN.execute(client, Tuple.of(merchant.value()))
                .map(rows -> rows.stream().map(ReportStore::toStatus).toList());
    }

    /** A report for whoever made it: a passer-by's by its id alone, an owner's for that owner only. */
    public Future<Optional<ReportStatus>> receipt(
            SqlClient client, SafetyReportId id, Optional<MerchantId> merchant) {
        return READ_RECEIPT.execute(client, Tuple.of(id.value(), merchant.map(MerchantId::value).orElse(null)))
                .map(rows -> rows.stream().findFirst().map(ReportStore::toStatus));
    }

    private static ReportStatus toStatus(Row row) {
        Optional<ReportStatus.Closing> closing = Optional.ofNullable(row.getOffsetDateTime("resolved_at"))
                .map(at -> new ReportStatus.Closing(
                        at.toInstant(), Optional.ofNullable(row.getString("resolution_note"))));
        String outlet = row.getString("outlet_name");
        return new ReportStatus(
                new SafetyReportId(row.getUUID("report_id")),
                row.getLong("report_no"),
                row.getOffsetDateTime("reported_at").toInstant(),
                outlet == null ? row.getString("place") : outlet,
                Optional.ofNullable(row.getString("note")),
                row.getInteger("photo") != null,
                state(row.getString("status"), row.getString("resolution")),
                closing);
    }

    private static ReportStatus.State state(String status, @Nullable String resolution) {
        return switch (status) {
            case "OPEN" -> ReportStatus.State.RECEIVED;
            case "ACKNOWLEDGED" -> ReportStatus.State.IN_HAND;
            default -> "FIXED".equals(resolution) ? ReportStatus.State.CONFIRMED : ReportStatus.State.DISMISSED;
        };
    }
}
