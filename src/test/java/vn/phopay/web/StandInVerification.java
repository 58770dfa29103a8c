package vn.phopay.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;

/** Answers each payload with the verdict that it spells, in the form of the real resource. */
final class StandInVerification implements Endpoint {
    /** A name that would run if a page took it for markup. */
    static final String NASTY_NAME = "Phở Hoa <img src=x onerror=alert(1)>";

    @Override
    public EndpointSpec spec() {
        return EndpointSpec.post("/api/v1/qr-codes/verify", Access.ANYONE);
    }

    @Override
    public Future<Reply> handle(Call call) {
        String status = call.body().text("payload", 1, 100);
        JsonObject body = new JsonObject().put("status", status).put("detail", "Detail of " + status + ".");
        if (status.equals("GENUINE")) {
            body.put("keyId", "k7Qm2Zt8").put("merchant", new JsonObject()
                    .put("displayName", NASTY_NAME)
                    .put("accountName", "NGUYEN THI HOA")
                    .put("bank", "MB")
                    .put("street", "Hàng Ngang")
                    .put("district", "Quận Hoàn Kiếm"));
        }
        return Future.succeededFuture(Reply.ok(body));
    }
}
