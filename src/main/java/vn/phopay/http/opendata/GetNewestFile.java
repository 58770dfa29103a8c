package vn.phopay.http.opendata;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.opendata.PublishedRelease;
import vn.phopay.release.ReleaseNumber;

/**
 * GET /open-data/adoption/{file}: {@code 2026-10.csv}, {@code .json} and {@code .pdf} are the newest revision of a
 * month, {@code datapackage.json} describes all of them. Caches ask again after minutes.
 */
public final class GetNewestFile implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/open-data/adoption/{file}", Access.ANYONE);
    private static final Map<String, String> ENDING_TO_FILE =
            Map.of("csv", "districts.csv", "json", "release.json", "pdf", "report.pdf");
    private static final int MONTH_LENGTH = "2026-10".length();

    private final OpenShelf shelf;

    /** Files of {@code shelf}. */
    public GetNewestFile(OpenShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        String name = call.path("file");
        if (name.equals("datapackage.json")) {
            return OpenShelf.document(call, shelf.index().shelf().dataPackage(), OpenReply.SHORT);
        }
        int dot = name.indexOf('.');
        String path = ENDING_TO_FILE.get(name.substring(dot + 1));
        Optional<PublishedRelease> release = dot == MONTH_LENGTH
                ? ReleaseNumber.month(name.substring(0, dot)).flatMap(shelf.index().shelf()::newest)
                : Optional.empty();
        return path == null || release.isEmpty()
                ? Future.succeededFuture(OpenReply.notFound("Nothing was published under this name."))
                : shelf.file(call, release.get(), path, OpenReply.SHORT)
                        .map(reply -> reply.with("content-location", release.get().folder() + "/" + path));
    }
}
