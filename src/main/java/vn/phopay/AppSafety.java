package vn.phopay;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.issuing.IssuedCodeStore;
import vn.phopay.issuing.VerifyQr;
import vn.phopay.merchant.OutletStore;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.QrVerifier;
import vn.phopay.safety.CheckSticker;
import vn.phopay.safety.CleanPhoto;
import vn.phopay.safety.DueChecks;
import vn.phopay.safety.PurgeSafety;
import vn.phopay.safety.ReadChecks;
import vn.phopay.safety.ReportStore;
import vn.phopay.safety.ReportTampering;
import vn.phopay.safety.SelfCheckStore;
import vn.phopay.web.PageKit;
import vn.phopay.web.check.CheckPage;
import vn.phopay.web.check.GetCheckPage;
import vn.phopay.web.check.GetCheckResult;
import vn.phopay.web.check.GetReceipt;
import vn.phopay.web.check.GetReportPage;
import vn.phopay.web.check.PostCheck;
import vn.phopay.web.check.PostReport;
import vn.phopay.web.check.ReportPage;
import vn.phopay.web.scan.ReadPicture;

/** Wires the morning check and reports of codes that were pasted over. */
final class AppSafety {
    /** How often what is no longer needed is forgotten. */
    static final Duration PURGE_INTERVAL = Duration.ofMinutes(10);

    private static final int PURGE_ROWS_MAX = 1_000;

    private final AppParts parts;
    private final SelfCheckStore checks = new SelfCheckStore();
    private final ReportStore reports = new ReportStore();
    private final OutletStore outlets = new OutletStore();

    AppSafety(AppParts parts) {
        this.parts = parts;
    }

    /** What owners are reminded of. */
    DueChecks dueChecks() {
        return new DueChecks(checks, parts.clock());
    }

    /** The job that forgets. */
    PurgeSafety purge() {
        return new PurgeSafety(
                parts.pool(), parts.clock(), parts.config().safety().keptAfterEnd(), PURGE_ROWS_MAX);
    }

    List<TransactionalEndpoint> pages(PageKit kit) {
        CheckSticker check = new CheckSticker(verifier(), verify(), checks, new CheckSticker.Memory(
                parts.ids(), parts.clock(), parts.config().safety().alarmLife()));
        CheckPage checkPage = new CheckPage(dueChecks(), readChecks(), kit);
        GetCheckResult.Help help = new GetCheckResult.Help(outlets, parts.config().safety().hotline());
        return List.of(
                new GetCheckPage(checkPage),
                new PostCheck(check, new ReadPicture(parts.vertx()), checkPage,
                        parts.config().safety().photoBytesMax()),
                new GetCheckResult(readChecks(), dueChecks(), help, kit),
                new GetReportPage(reportPage(kit)),
                new GetReceipt(reports, parts.config().safety().hotline(), kit));
    }

    /** Anybody may call it, and it takes photos: it is held to a rate of its own. */
    TransactionalEndpoint report(PageKit kit) {
        ReportTampering report = new ReportTampering(reports, parts.places(), verify(),
                new ReportTampering.Desk(parts.ids(), parts.clock(), parts.config().safety().publicReportsMax()));
        return new PostReport(report, new CleanPhoto(parts.vertx()), reportPage(kit),
                parts.config().safety().photoBytesMax());
    }

    private ReportPage reportPage(PageKit kit) {
        return new ReportPage(new ReportPage.Sources(outlets, parts.places(), reports, readChecks()), kit);
    }

    private ReadChecks readChecks() {
        return new ReadChecks(checks, parts.clock());
    }

    private QrVerifier verifier() {
        return new QrVerifier(
                parts.config().qr().guid(), () -> new KeyList(parts.keyRing().keys(), null, null, Set.of()));
    }

    private VerifyQr verify() {
        return new VerifyQr(verifier(), new IssuedCodeStore(), parts.clock());
    }
}
