package vn.phopay.http.opendata;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.release.ReleaseNumber;

/** GET /open-data/adoption/{month}/{revision}/{file}: a file of a release, which never changes. */
public final class GetReleaseFile implements Endpoint {
    private static final String FOLDER = "/open-data/adoption/{month}/{revision}/";

    private final OpenShelf shelf;
    private final String prefix;
    private final EndpointSpec spec;

    private GetReleaseFile(OpenShelf shelf, String prefix) {
        this.shelf = shelf;
        this.prefix = prefix;
        this.spec = EndpointSpec.get(FOLDER + prefix + "{file}", Access.ANYONE);
    }

    /** Files of {@code shelf}, and those in the folder of bulletins. */
    public static List<Endpoint> all(OpenShelf shelf) {
        return List.of(new GetReleaseFile(shelf, ""), new GetReleaseFile(shelf, "bulletins/"));
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Future<Reply> handle(Call call) {
        String path = prefix + call.path("file");
        return Optional.of(call.path("month") + "." + call.path("revision"))
                .flatMap(ReleaseNumber::parse)
                .flatMap(shelf.index().shelf()::find)
                .map(release -> shelf.file(call, release, path, OpenReply.IMMUTABLE))
                .orElseGet(() -> Future.succeededFuture(OpenReply.notFound("No such release was published.")));
    }
}
