package vn.phopay.http.ops;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;

/** GET /health/live: the process answers. It looks at nothing else: a restart would not mend a database. */
public final class GetHealthLive implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/health/live", Access.ANYONE);
    private static final Reply UP = Reply.ok(new JsonObject().put("status", "UP")).with("cache-control", "no-store");

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return Future.succeededFuture(UP);
    }
}
