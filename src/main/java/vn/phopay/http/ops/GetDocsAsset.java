package vn.phopay.http.ops;

import io.vertx.core.Future;
import java.util.Map;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.http.StaticFile;

/** GET /docs/{name}: the scripts and styles of the try-out page, out of a fixed list and never out of a directory. */
public final class GetDocsAsset implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/docs/{name}", Access.ANYONE);

    private final Map<String, StaticFile> nameToAsset = SwaggerUi.nameToAsset();

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        StaticFile asset = nameToAsset.get(call.path("name"));
        return Future.succeededFuture(asset == null
                ? Reply.problem(ProblemCode.REQUEST_NOT_FOUND, "The try-out page has no such file.")
                : asset.reply(call, StaticFile.REVALIDATE));
    }
}
