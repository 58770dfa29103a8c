package vn.phopay.dayclose;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.PaymentId;

/**
 * Explains a day: its totals and drift, every difference that the drift is made of with the case that explains it, and
 * every case that is open. Reads only, and takes no locks.
 */
public final class ReportDay {
    /** Most differences, and most cases, of a report; the totals count them all. */
    public static final int ROWS_MAX = 1_000;

    private static final Sql LIST_DIFFERENCES = Sql.load("dayclose/list_differences");
    private static final Sql LIST_OPEN_CASES = Sql.load("dayclose/list_open_cases");

    private final DayStores stores;

    /** Reads from {@code stores}. */
    public ReportDay(DayStores stores) {
        this.stores = stores;
    }

    /**
     * What is to be said of a day.
     *
     * @param day totals, drift, counts
     * @param differences what the drift is made of, the largest first
     * @param cases what a person has to decide, oldest first
     */
    public record Report(JsonObject day, List<JsonObject> differences, List<JsonObject> cases) {
        /** Copies. */
        public Report {
            day = day.copy();
            differences = List.copyOf(differences);
            cases = List.copyOf(cases);
        }
    }

    /** The report of {@code date}. */
    public Future<Report> report(SqlClient client, LocalDate date) {
        Tuple listed = Tuple.of(date, ROWS_MAX);
        return day(client, date).compose(day -> LIST_DIFFERENCES.execute(client, listed).compose(differences ->
                LIST_OPEN_CASES.execute(client, listed)
                        .map(cases -> new Report(day, differences(differences), cases(cases)))));
    }

    private Future<JsonObject> day(SqlClient client, LocalDate date) {
        return stores.findings().find(client, date, Long.MAX_VALUE).compose(findings ->
                stores.days().sum(client, date, 0).compose(totals ->
                        stores.seals().find(client, date).map(sealed -> day(date, totals, findings, sealed))));
    }

    private static JsonObject day(
            LocalDate date, Map<Measure, DayPart.Total> totals, DayFindings findings, Optional<SealedDay> sealed) {
        return new JsonObject()
                .put("businessDate", date.toString())
                .put("seal", sealed.map(day -> day.seal().hash()).orElse(null))
                .put("totals", new DayPart(date, 0, "", totals).toJson().getJsonObject("totals"))
                .mergeIn(findings.toJson());
    }

    private static List<JsonObject> differences(RowSet<Row> rows) {
        List<JsonObject> list = new ArrayList<>();
        for (Row row : rows) {
            UUID payment = row.getUUID("payment_id");
            JsonObject json = new JsonObject()
                    .put("difference", row.getString("difference_vnd"))
                    .put("bankBin", row.getString("bank_bin"))
                    .put("accountEnd", row.getString("account_end"))
                    .put("payment", row.getString("payment_vnd"))
                    .put("line", row.getString("line_vnd"))
                    .put("paymentId", payment == null ? null : new PaymentId(payment).toString())
                    .put("lineNumber", row.getLong("line_no"));
            UUID found = row.getUUID("case_id");
            json.put("explainedBy", found == null ? null : new JsonObject()
                    .put("caseId", new CaseId(found).toString())
                    .put("kind", row.getString("kind"))
                    .put("status", row.getString("status")));
            list.add(json);
        }
        return list;
    }

    private static List<JsonObject> cases(RowSet<Row> rows) {
        List<JsonObject> list = new ArrayList<>();
        for (Row row : rows) {
            UUID payment = row.getUUID("payment_id");
            list.add(new JsonObject()
                    .put("caseId", new CaseId(row.getUUID("case_id")).toString())
                    .put("kind", row.getString("kind"))
                    .put("status", row.getString("status"))
                    .put("bankCode", row.getString("bank_code"))
                    .put("paymentId", payment == null ? null : new PaymentId(payment).toString())
                    .put("amount", row.getString("amount_vnd"))
                    .put("openedAt", row.getOffsetDateTime("opened_at").toInstant().toString()));
        }
        return list;
    }
}
