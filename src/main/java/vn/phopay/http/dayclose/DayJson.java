package vn.phopay.http.dayclose;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.phopay.dayclose.Blocker;
import vn.phopay.dayclose.DayAccount;
import vn.phopay.dayclose.DayFindings;
import vn.phopay.dayclose.DayPart.Total;
import vn.phopay.dayclose.DayView;
import vn.phopay.dayclose.DayWaiver;
import vn.phopay.dayclose.Measure;
import vn.phopay.dayclose.ReadDay;
import vn.phopay.dayclose.Seal;
import vn.phopay.dayclose.SealedDay;
import vn.phopay.identity.StaffId;

/** Days as the API shows them. Amounts are whole numbers of đồng, in seals texts. */
final class DayJson {
    private static final String OPEN = "OPEN";
    private static final String SEALED = "SEALED";
    private static final Map<Measure, String> NAMES = new EnumMap<>(Map.ofEntries(
            Map.entry(Measure.CALLBACK_CREDIT, "callbackCredits"),
            Map.entry(Measure.CALLBACK_DEBIT, "callbackDebits"),
            Map.entry(Measure.CALLBACK_REVERSAL, "callbackReversals"),
            Map.entry(Measure.RECOVERED_CREDIT, "recoveredCredits"),
            Map.entry(Measure.RECOVERED_DEBIT, "recoveredDebits"),
            Map.entry(Measure.RECOVERED_REVERSAL, "recoveredReversals"),
            Map.entry(Measure.REFUND, "refunds"),
            Map.entry(Measure.ASSIGNMENT, "assignments"),
            Map.entry(Measure.ACCEPTANCE, "acceptances"),
            Map.entry(Measure.STATEMENT_CREDIT, "statementCredits"),
            Map.entry(Measure.STATEMENT_DEBIT, "statementDebits")));

    private DayJson() {}

    static JsonObject line(ReadDay.Line line) {
        JsonObject json = new JsonObject()
                .put("businessDate", line.date().toString())
                .put("status", line.sealed().isPresent() ? SEALED : OPEN)
                .put("totals", totals(line.totals()));
        line.sealed().map(Seal::hash).ifPresent(hash -> json.put("hash", hash));
        return json;
    }

    static JsonObject day(DayView day) {
        JsonObject json = new JsonObject()
                .put("businessDate", day.date().toString())
                .put("status", day.sealed().isPresent() ? SEALED : OPEN)
                .put("totals", totals(day.totals()));
        findings(json, day.findings());
        json.put("adjustments", byDay(day.adjustments()));
        day.sealed().ifPresentOrElse(
                sealed -> json.put("seal", seal(sealed)).put("late", late(day.late())),
                () -> json.put("blockers", blockers(day)).put("waivers", waivers(day)));
        return json;
    }

    private static JsonObject late(DayView.Late late) {
        return new JsonObject()
                .put("adjustedBy", byDay(late.adjustedBy()))
                .put("waiting", totals(late.waiting()));
    }

    private static JsonArray blockers(DayView day) {
        JsonArray list = new JsonArray();
        day.blockers().forEach(blocker -> list.add(blocker(blocker)));
        return list;
    }

    private static JsonArray waivers(DayView day) {
        JsonArray list = new JsonArray();
        day.waivers().forEach(waiver -> list.add(waiver(waiver).put("stillFits", day.blockers().stream()
                .anyMatch(blocker -> blocker.finding().equals(waiver.finding())))));
        return list;
    }

    static JsonObject blocker(Blocker blocker) {
        return new JsonObject()
                .put("type", blocker.kind().name())
                .put("detail", blocker.detail())
                .put("waivable", blocker.kind().waivable())
                .put("evidence", blocker.evidence());
    }

    static JsonObject waiver(DayWaiver waiver) {
        return new JsonObject()
                .put("blocker", waiver.blocker().name())
                .put("reason", waiver.reason())
                .put("proposedBy", new StaffId(waiver.proposedBy()).toString())
                .put("proposedAt", waiver.proposedAt().toString());
    }

    static JsonObject seal(SealedDay day) {
        return new JsonObject()
                .put("document", day.seal().json())
                .put("hash", day.seal().hash())
                .put("signature", day.seal().signature())
                .put("sealedAt", day.sealedAt().toString())
                .put("sealedBy", new StaffId(day.sealedBy()).toString());
    }

    static JsonObject account(DayAccount account) {
        JsonObject json = new JsonObject()
                .put("bankBin", account.account().bankBin())
                .put("accountNumber", account.account().accountNumber())
                .put("totals", totals(account.regular()))
                .put("late", totals(account.late()));
        findings(json, account.findings());
        return json;
    }

    private static void findings(JsonObject json, DayFindings findings) {
        json.put("drift", new JsonObject()
                .put("net", findings.drift().netVnd())
                .put("absolute", findings.drift().absoluteVnd()));
        json.mergeIn(new JsonObject()
                .put("lines", findings.toJson().getJsonObject("lines"))
                .put("openCases", findings.toJson().getJsonObject("openCases")));
    }

    private static JsonArray byDay(Map<LocalDate, Map<Measure, Total>> days) {
        JsonArray list = new JsonArray();
        new TreeMap<>(days).forEach((date, totals) -> list.add(new JsonObject()
                .put("businessDate", date.toString())
                .put("totals", totals(totals))));
        return list;
    }

    /** Every measure, zeros included: a reader need not know which may be missing. */
    private static JsonObject totals(Map<Measure, Total> totals) {
        JsonObject json = new JsonObject();
        for (Measure measure : Measure.values()) {
            Total total = Optional.ofNullable(totals.get(measure)).orElse(Total.NONE);
            json.put(NAMES.get(measure), new JsonObject()
                    .put("count", total.count())
                    .put("amount", total.amountVnd()));
        }
        return json;
    }
}
