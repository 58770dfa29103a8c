package vn.phopay.http.reconciliation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.phopay.identity.CaseId;
import vn.phopay.safety.CaseReports;
import vn.phopay.time.BusinessDay;

/** Reports of codes that were pasted over, as staff read them with their case. */
final class ReportJson {
    private ReportJson() {}

    static JsonArray list(CaseId id, List<CaseReports.Entry> reports) {
        JsonArray items = new JsonArray();
        reports.forEach(report -> items.add(item(id, report)));
        return items;
    }

    private static JsonObject item(CaseId id, CaseReports.Entry report) {
        return new JsonObject()
                .put("id", report.id().toString())
                .put("number", report.number())
                .put("reportedAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        OffsetDateTime.ofInstant(report.reportedAt(), BusinessDay.ZONE)))
                .put("reporter", report.reporter().merchant().isPresent() ? "OWNER" : "PUBLIC")
                .put("merchantId", report.reporter().merchant().map(Object::toString).orElse(null))
                .put("outletId", report.where().outlet().map(Object::toString).orElse(null))
                .put("outletName", report.where().outletName().orElse(null))
                .put("place", report.where().place().orElse(null))
                .put("note", report.where().note().orElse(null))
                .put("payload", report.payload().orElse(null))
                .put("contact", report.reporter().contact().orElse(null))
                .put("photo", report.photo().map(n -> "/api/v1/cases/" + id + "/photos/" + n).orElse(null));
    }
}
