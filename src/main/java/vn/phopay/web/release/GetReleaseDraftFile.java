package vn.phopay.web.release;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.release.Release;
import vn.phopay.release.ReleaseFile;
import vn.phopay.release.ReleaseStore;

/** GET /phat-hanh/{thang}/{ban}/tep/{ten}: a file of a release, drafts too, for staff. */
public final class GetReleaseDraftFile implements TransactionalEndpoint {
    private final ReleaseStore releases;
    private final ReleasePage page;
    private final String folder;
    private final EndpointSpec spec;

    private GetReleaseDraftFile(ReleaseStore releases, ReleasePage page, String folder) {
        this.releases = releases;
        this.page = page;
        this.folder = folder;
        this.spec = EndpointSpec.get(ReleasePath.ONE + "/tep/" + folder + "{ten}", Access.STAFF);
    }

    /** Files, and those in the folder of bulletins. */
    public static List<GetReleaseDraftFile> all(ReleaseStore releases, ReleasePage page) {
        return List.of(new GetReleaseDraftFile(releases, page, ""),
                new GetReleaseDraftFile(releases, page, "bulletins/"));
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Release release = page.find(call, transaction);
        ReleaseFile file = await(releases.file(transaction, release.id(), folder + call.path("ten")))
                .orElseThrow(ReleasePath::notFound);
        return Reply.bytes(200, file.mediaType(), file.bytes()).with("cache-control", "no-store")
                .with("content-disposition", "inline; filename=\"" + release.number() + "-" + call.path("ten") + "\"");
    }
}
