package vn.phopay.http.ops;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.StaticFile;

/** GET /openapi.yaml: the API described by OpenAPI 3.1; a test holds it against the registered routes. */
public final class GetOpenApi implements Endpoint {
    /** Where the document stands on the class path. */
    public static final String RESOURCE = "openapi.yaml";

    private static final EndpointSpec SPEC = EndpointSpec.get("/openapi.yaml", Access.ANYONE);

    private final StaticFile document = StaticFile.load(RESOURCE);

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return Future.succeededFuture(document.reply(call, StaticFile.REVALIDATE));
    }
}
