package vn.phopay.http.bank;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.List;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.ManageBanks;
import vn.phopay.bank.ManageBanks.LiveKey;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;

/**
 * {@code GET /api/v1/banks/{code}/keys}: a bank's live keys, at most two, without their secrets: whoever rotates them
 * must be able to name the old one, even if nobody wrote its id down.
 */
public final class GetBankKeys implements Endpoint {
    private final ManageBanks banks;
    private final Pool pool;

    /** Reads {@code banks} through {@code pool}. */
    public GetBankKeys(ManageBanks banks, Pool pool) {
        this.banks = banks;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return EndpointSpec.get("/api/v1/banks/{code}/keys", Access.ADMIN);
    }

    @Override
    public Future<Reply> handle(Call call) {
        return banks.liveKeys(pool, call.path("code")).map(keys -> keys
                .map(GetBankKeys::toReply)
                .orElseGet(() -> Reply.problem(ProblemCode.BANK_UNKNOWN, "No bank has this code.")));
    }

    private static Reply toReply(List<LiveKey> keys) {
        JsonArray items = new JsonArray();
        keys.forEach(key -> items.add(toJson(key)));
        return Reply.ok(new JsonObject().put("items", items).putNull("next"));
    }

    private static JsonObject toJson(LiveKey key) {
        JsonObject json = new JsonObject()
                .put("keyId", key.id().toString())
                .put("algorithm", key.algorithm().text())
                .put("createdAt", key.createdAt().toString());
        if (!key.companion().isEmpty()) {
            json.put(key.algorithm() == KeyAlgorithm.BASIC ? "user" : "accessKey", key.companion());
        }
        return json;
    }
}
