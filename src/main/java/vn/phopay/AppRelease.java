package vn.phopay;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.http.Endpoint;
import vn.phopay.http.opendata.GetCatalogue;
import vn.phopay.http.opendata.GetCkanAction;
import vn.phopay.http.opendata.GetNewestFile;
import vn.phopay.http.opendata.GetReleaseFile;
import vn.phopay.http.opendata.GetReleaseKey;
import vn.phopay.http.opendata.GetReleaseKeys;
import vn.phopay.http.opendata.OpenShelf;
import vn.phopay.metric.MetricBook;
import vn.phopay.release.DecideRelease;
import vn.phopay.release.DraftDueReleases;
import vn.phopay.release.DraftRelease;
import vn.phopay.release.ReleaseSigner;
import vn.phopay.release.ReleaseStore;

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
                parts.config().release().draftAfterDays());
        return parts.threads().call(due::run);
    }

    DraftRelease draft() {
        return new DraftRelease(releases, parts.places(), MetricBook.load(), new DraftRelease.Office(
                parts.vertx(), parts.audit(), parts.ids(), parts.clock()));
    }

    DecideRelease decide() {
        return new DecideRelease(releases, new ReleaseSigner(parts.releaseKeys()::signingKey), parts.audit(),
                parts.ids(), parts.clock());
    }

    /** Open data: anyone may read it, and nothing of it needs a session. */
    List<Endpoint> openData() {
        OpenShelf shelf = new OpenShelf(parts.openData());
        List<Endpoint> endpoints = new ArrayList<>(GetReleaseFile.all(shelf));
        endpoints.addAll(GetCkanAction.all(shelf));
        endpoints.addAll(List.of(new GetNewestFile(shelf), new GetCatalogue(shelf),
                new GetReleaseKeys(parts.releaseKeys()::keys, parts.clock()),
                new GetReleaseKey(parts.releaseKeys()::keys)));
        return endpoints;
    }
}
