package vn.phopay.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A bank outside the service: signs standard callbacks by its own reading of Standard Webhooks, sharing no code with
 * the service.
 */
public record TestBank(String code, String keyId, String secret) {
    /** Where it posts to. */
    public String path() {
        return "/api/v1/banks/" + code + "/callbacks";
    }

    /** One transaction of the standard dialect. */
    public static JsonObject transaction(String id, String account, long amountVnd, String memo) {
        return new JsonObject()
                .put("transactionId", id)
                .put("accountNumber", account)
                .put("amount", amountVnd)
                .put("currency", "VND")
                .put("direction", "CREDIT")
                .put("memo", memo)
                .put("occurredAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** A call of several transactions. */
    public static byte[] call(List<JsonObject> transactions) {
        return new JsonObject().put("transactions", new JsonArray(List.copyOf(transactions))).encode()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The headers that sign {@code body} now. */
    public String[] sign(byte[] body) {
        return sign(body, Instant.now());
    }

    /** The headers that sign {@code body} at {@code moment}. */
    public String[] sign(byte[] body, Instant moment) {
        String id = "msg_" + UUID.randomUUID();
        String timestamp = Long.toString(moment.getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return new String[] {
                "webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signature,
                "content-type", "application/json"};
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
