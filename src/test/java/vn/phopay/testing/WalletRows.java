package vn.phopay.testing;

import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;

/** Makes wallets known to a service, and reads back what their payments came to. */
public final class WalletRows {
    private WalletRows() {}

    /** Registers a sender called as its dialect, gives it a key, and tells where it calls. */
    public static String register(TestApp app, String dialect, String bin, JsonObject key) {
        String token = app.adminToken();
        app.as(token, "POST", "/api/v1/banks", new JsonObject()
                .put("code", dialect).put("bin", bin).put("name", dialect).put("dialect", dialect));
        app.as(token, "POST", "/api/v1/banks/" + dialect + "/keys", key);
        return "/api/v1/banks/" + dialect + "/callbacks";
    }

    /** What the payment of {@code bankReference} was matched with. */
    public static String outcome(Pool pool, String bankReference) {
        return await(pool.preparedQuery("SELECT outcome FROM payment WHERE bank_reference = $1")
                .execute(Tuple.of(bankReference))).iterator().next().getString(0);
    }
}
