package vn.phopay.simulator.sender;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.phopay.simulator.sender.Call.Header;

/** A bank that speaks our own dialect, signed by Standard Webhooks. */
final class StandardSender implements Sender {
    private static final String SECRET_PREFIX = "whsec_";
    private static final int BATCH_MAX = 1_000;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    /** As Standard Webhooks recommends, in minutes after the first minute. */
    private static final List<Duration> PAUSES = Signing.minutes(1, 5, 30, 120, 300, 600, 840, 1200, 1440);

    private final Senders.Signature signature;

    /** Signs with a shared secret; throws IllegalArgumentException where it is not {@code whsec_} and base64. */
    StandardSender(String secret) {
        if (!secret.startsWith(SECRET_PREFIX) || secret.length() == SECRET_PREFIX.length()) {
            throw new IllegalArgumentException("the secret must be whsec_ and base64");
        }
        byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
        this.signature = (name, timestamp, body) -> {
            byte[] text = (name + '.' + timestamp + '.' + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(Signing.mac(Signing.SHA_256, key, text));
        };
    }

    StandardSender(Senders.Signature signature) {
        this.signature = signature;
    }

    @Override
    public String dialect() {
        return "standard";
    }

    @Override
    public int batchMax() {
        return BATCH_MAX;
    }

    @Override
    public boolean namesReversed() {
        return true;
    }

    @Override
    public Optional<Duration> signatureAgeMax() {
        return Optional.of(WINDOW);
    }

    @Override
    public String idOf(Movement movement) {
        return movement.reference();
    }

    @Override
    public Call tell(List<Movement> movements, Instant now) {
        JsonArray list = new JsonArray();
        movements.forEach(movement -> list.add(write(movement, movement.amountVnd())));
        // A single transaction may stand bare; banks that never send more than one do that.
        JsonObject body = list.size() == 1 ? list.getJsonObject(0) : new JsonObject().put("transactions", list);
        return signed(movements.getFirst().reference(), body, now);
    }

    @Override
    public Call tellUnreadable(Movement movement, Instant now) {
        return signed(movement.reference(), write(movement, Signing.NO_AMOUNT), now);
    }

    /** Ours has no probe of its own; a portal sends an object that is no transaction. */
    @Override
    public Call probe(Instant now) {
        return signed("probe", new JsonObject().put("test", true), now);
    }

    @Override
    public Verdict judge(Answer answer) {
        if (answer.status() != 200) {
            return Signing.byStatus(answer.status());
        }
        JsonArray results = answer.json().getJsonArray("results", new JsonArray());
        if (results.isEmpty()) {
            return Verdict.AGAIN;
        }
        boolean known = results.stream().allMatch(result -> !((JsonObject) result).getString("status", "")
                .equals("ACCEPTED"));
        return known ? Verdict.KNOWN : Verdict.TAKEN;
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }

    /** The value of {@code webhook-signature}. */
    String sign(String name, String timestamp, String body) {
        return signature.sign(name, timestamp, body);
    }

    private Call signed(String name, JsonObject json, Instant now) {
        String body = json.encode();
        String timestamp = Long.toString(now.getEpochSecond());
        String id = "msg_" + name;
        return Call.post(body, new Header("webhook-id", id), new Header("webhook-timestamp", timestamp),
                new Header("webhook-signature", sign(id, timestamp, body)));
    }

    private static JsonObject write(Movement movement, Object amount) {
        Movement original = movement.original();
        return new JsonObject()
                .put("transactionId", movement.reference())
                .put("accountNumber", movement.account())
                .put("virtualAccount", movement.virtualAccount())
                .put("amount", amount)
                .put("currency", "VND")
                .put("direction", movement.isCredit() ? "CREDIT" : "DEBIT")
                .put("memo", movement.memo())
                .put("occurredAt", Signing.withOffset(movement.bookedAt()))
                .put("payerName", movement.payer().name())
                .put("payerAccount", movement.payer().account())
                .put("payerBankBin", movement.payer().bankBin())
                .put("bankTrace", movement.trace())
                .put("reversalOf", original == null ? null : original.reference());
    }
}
