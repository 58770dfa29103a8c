package vn.phopay;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.http.Endpoint;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.keys.GetPublicKeys;
import vn.phopay.http.opendata.GetCatalogue;
import vn.phopay.http.opendata.GetCkanAction;
import vn.phopay.http.opendata.GetNewestFile;
import vn.phopay.http.opendata.GetReleaseFile;
import vn.phopay.http.opendata.GetReleaseKey;
import vn.phopay.http.opendata.OpenShelf;
import vn.phopay.metric.MetricBook;
import vn.phopay.release.DecideRelease;
import vn.phopay.release.DraftDueReleases;
import vn.phopay.release.DraftRelease;
import vn.phopay.release.HoldToReleases;
import vn.phopay.release.ReleaseSigner;
import vn.phopay.release.ReleaseStore;
import vn.phopay.reporting.ReadReportingPack;
import vn.phopay.reporting.ReportingBook;
import vn.phopay.web.PageKit;
import vn.phopay.web.release.GetOpenDataPage;
import vn.phopay.web.release.GetReleaseDraftFile;
import vn.phopay.web.release.GetReleaseListPage;
import vn.phopay.web.release.GetReleaseMonthPage;
import vn.phopay.web.release.GetReleasePage;
import vn.phopay.web.release.GetReportingFile;
import vn.phopay.web.release.GetReportingPage;
import vn.phopay.web.release.MonthPage;
import vn.phopay.web.release.PostReleaseDecision;
import vn.phopay.web.release.PostReleaseDraft;
import vn.phopay.web.release.ReleasePage;

/** Wires monthly releases and open data. */
final class AppRelease {
    /** How soon other instances serve what one has published. */
    static final Duration REFRESH_INTERVAL = Duration.ofSeconds(2);

    private final AppParts parts;
    private final ReleaseStore releases = new ReleaseStore();

    AppRelease(AppParts parts) {
        this.parts = parts;
    }

    /** Drafts what is due. */
    Future<Boolean> draftDue() {
        DraftDueReleases due = new DraftDueReleases(parts.pool(), releases, draft(), parts.clock(),
                draftAfterDays());
        return parts.background().call(due::run);
    }

    DraftRelease draft() {
        return new DraftRelease(releases, parts.places(), MetricBook.load(), new DraftRelease.Office(
                parts.vertx(), parts.audit(), parts.ids(), parts.clock()));
    }

    DecideRelease decide() {
        return new DecideRelease(releases, new ReleaseSigner(parts.releaseKeys()::signingKey), parts.audit(),
                parts.ids(), parts.clock(), new HoldToReleases(parts.places()));
    }

    /** Pages that answer at once. */
    List<TransactionalEndpoint> pages(PageKit kit) {
        ReleasePage page = new ReleasePage(releases, parts.clock(), kit);
        List<TransactionalEndpoint> pages = new ArrayList<>(List.of(
                new GetReleaseListPage(releases, parts.clock(), draftAfterDays(), kit),
                new GetReleaseMonthPage(monthPage(kit)), new GetReleasePage(page)));
        pages.addAll(GetReleaseDraftFile.all(releases, page));
        MetricBook metrics = MetricBook.load();
        ReportingBook book = ReportingBook.load(metrics);
        ReadReportingPack pack = new ReadReportingPack(parts.places(), metrics, book);
        pages.add(new GetReportingPage(pack, book, parts.clock(), kit));
        pages.addAll(GetReportingFile.all(pack, parts.audit(), parts.clock()));
        return pages;
    }

    /** Pages that make, compress or sign files. */
    List<TransactionalEndpoint> slowPages(PageKit kit) {
        List<TransactionalEndpoint> pages = new ArrayList<>(
                PostReleaseDecision.all(decide(), new ReleasePage(releases, parts.clock(), kit)));
        pages.add(new PostReleaseDraft(draft(), monthPage(kit)));
        return pages;
    }

    /** The page that tells everybody about open data. */
    Endpoint openDataPage(PageKit kit) {
        return new GetOpenDataPage(parts.openData()::shelf, kit);
    }

    private MonthPage monthPage(PageKit kit) {
        return new MonthPage(releases, parts.clock(), draftAfterDays(), kit);
    }

    private int draftAfterDays() {
        return parts.config().release().draftAfterDays();
    }

    /** Open data: anyone may read it, and nothing of it needs a session. */
    List<Endpoint> openData() {
        OpenShelf shelf = new OpenShelf(parts.openData());
        List<Endpoint> endpoints = new ArrayList<>(GetReleaseFile.all(shelf));
        endpoints.addAll(GetCkanAction.all(shelf));
        endpoints.addAll(List.of(new GetNewestFile(shelf), new GetCatalogue(shelf),
                GetPublicKeys.ofReleases(parts.releaseKeys()::keys, parts.clock()),
                new GetReleaseKey(parts.releaseKeys()::keys)));
        return endpoints;
    }
}
