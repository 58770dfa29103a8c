package vn.phopay.safety;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.SafetyReportId;
import vn.phopay.issuing.VerifyQr;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.time.BusinessDay;

/**
 * Somebody reports a code that was pasted over: the report is kept, and is a case of the safety desk of its district. A
 * form that is sent twice makes one report; several reports of one place make one case. Runs on a virtual thread.
 */
public final class ReportTampering {
    private static final Logger LOG = LoggerFactory.getLogger(ReportTampering.class);

    private final ReportStore reports;
    private final TamperCases cases = new TamperCases();
    private final PlaceDirectory places;
    private final VerifyQr verify;
    private final Desk desk;

    /**
     * How reports are taken.
     *
     * @param ids names them
     * @param clock when they come
     * @param publicReportsMax most reports of a business day by people without a session, in the whole city
     */
    public record Desk(IdSource ids, Clock clock, int publicReportsMax) {}

    /** Keeps in {@code reports}; {@code verify} says what a scanned code was, for the desk. */
    public ReportTampering(ReportStore reports, PlaceDirectory places, VerifyQr verify, Desk desk) {
        this.reports = reports;
        this.places = places;
        this.verify = verify;
        this.desk = desk;
    }

    /** What came of it. */
    public sealed interface Outcome permits Filed, UnknownPlace, KeyTaken, TooMany {}

    /** It is kept once the transaction commits, or was before; {@code id} tells the same report each time. */
    public record Filed(SafetyReportId id) implements Outcome {}

    /** There is no such district, or the outlet is not the reporter's. */
    public record UnknownPlace() implements Outcome {}

    /** The form's key belongs to somebody else's report. */
    public record KeyTaken() implements Outcome {}

    /** More reports of people without a session came today than are taken; nothing was kept. */
    public record TooMany() implements Outcome {}

    /** Keeps one report. Everything but {@link Filed} must be rolled back. */
    public Outcome report(SqlConnection transaction, TamperReport report) {
        SafetyReportId id = new SafetyReportId(desk.ids().next());
        if (!Future.await(reports.claim(transaction, report, id))) {
            ReportStore.Earlier earlier = Future.await(reports.earlier(transaction, report.key()));
            return Objects.equals(earlier.merchant(), report.ownerId()) ? new Filed(earlier.id()) : new KeyTaken();
        }
        Instant now = desk.clock().instant();
        if (report.owner().isEmpty()
                && Future.await(reports.countPublic(transaction, BusinessDay.of(now))) >= desk.publicReportsMax()) {
            return new TooMany();
        }
        Optional<ReportedPlace> place = place(transaction, report);
        return place.isEmpty() ? new UnknownPlace() : file(transaction, report, place.get(), id);
    }

    private Optional<ReportedPlace> place(SqlConnection transaction, TamperReport report) {
        return switch (report.where()) {
            case TamperReport.AtOutlet(OutletId outlet) -> report.owner()
                    .flatMap(owner -> Future.await(reports.placeOf(transaction, outlet, owner)));
            case TamperReport.AtPlace(String districtCode, String words) -> places.district(districtCode)
                    .map(district -> new ReportedPlace(null, district.placeId(), districtCode, words));
        };
    }

    private Outcome file(SqlConnection transaction, TamperReport report, ReportedPlace place, SafetyReportId id) {
        Instant now = desk.clock().instant();
        Optional<String> payload = payload(transaction, report);
        long number = Future.await(reports.drawNumber(transaction));
        JsonObject evidence = evidence(transaction, place, payload).put("reportNo", number);
        report.owner().ifPresent(owner -> evidence.put("merchantId", owner.toString()));
        CaseId caseId = cases.open(transaction, new TamperCases.Told(new CaseId(desk.ids().next()), place
                .fingerprint(payload), evidence, now));
        Future.await(reports.insert(
                transaction, report, new ReportStore.Filing(id, number, caseId, place, payload), now));
        LOG.info("event=tampering_reported reportId={} caseId={} district={} owner={} photo={}", id, caseId,
                place.districtCode(), report.owner().isPresent(), report.proof().photo().isPresent());
        return new Filed(id);
    }

    /** What the owner's own alarm read goes before what a form says. */
    private Optional<String> payload(SqlConnection transaction, TamperReport report) {
        Optional<MerchantId> owner = report.owner();
        return report.proof().check()
                .flatMap(check -> owner.flatMap(merchant ->
                        Future.await(reports.payloadOf(transaction, check, merchant))))
                .or(() -> report.proof().payload());
    }

    private JsonObject evidence(SqlConnection transaction, ReportedPlace place, Optional<String> payload) {
        JsonObject evidence = new JsonObject().put("districtCode", place.districtCode());
        Optional.ofNullable(place.outlet())
                .ifPresent(outlet -> evidence.put("outletId", new OutletId(outlet).toString()));
        payload.ifPresent(text -> {
            evidence.put("payload", text)
                    .put("status", Future.await(verify.verify(transaction, text)).status().name());
            ReportedPlace.payee(text).ifPresent(payee -> evidence.put("payee", new JsonObject()
                    .put("bankBin", payee.bin())
                    .put("accountNumber", payee.account())
                    .put("name", payee.name())));
        });
        return evidence;
    }
}
