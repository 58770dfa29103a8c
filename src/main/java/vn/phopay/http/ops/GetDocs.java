package vn.phopay.http.ops;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.StaticFile;

/** GET /docs: a page on which every call of the API can be read and tried, without any outside request. */
public final class GetDocs implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/docs", Access.ANYONE);

    private final StaticFile page = SwaggerUi.page();

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return Future.succeededFuture(page.reply(call, StaticFile.REVALIDATE));
    }
}
