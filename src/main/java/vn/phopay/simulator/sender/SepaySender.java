package vn.phopay.simulator.sender;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.simulator.sender.Call.Header;

/** SePay: one transaction a call, authenticated by an API key that is sent along, or by an HMAC over the raw body. */
final class SepaySender implements Sender {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final List<Duration> PAUSES = Signing.minutes(1, 1, 2, 3, 5, 8, 13);
    private static final long PROBE_ID = 0;

    private final String key;
    private final boolean signs;

    /** A sender that signs with {@code key}, or merely sends it along. */
    SepaySender(String key, boolean signs) {
        this.key = key;
        this.signs = signs;
    }

    @Override
    public String dialect() {
        return "sepay";
    }

    @Override
    public Optional<Duration> signatureAgeMax() {
        return signs ? Optional.of(WINDOW) : Optional.empty();
    }

    @Override
    public String idOf(Movement movement) {
        return Long.toString(movement.number());
    }

    @Override
    public Call tell(List<Movement> movements, Instant now) {
        Movement movement = movements.getFirst();
        return authenticated(write(movement, movement.amountVnd()), now);
    }

    @Override
    public Call tellUnreadable(Movement movement, Instant now) {
        return authenticated(write(movement, Signing.NO_AMOUNT), now);
    }

    @Override
    public Call probe(Instant now) {
        return authenticated(new JsonObject()
                .put("id", PROBE_ID)
                .put("gateway", "Vietcombank")
                .put("transactionDate", Signing.local(now))
                .put("accountNumber", "0123499999")
                .put("code", null)
                .put("content", Signing.TEST_MEMO)
                .put("transferType", "in")
                .put("transferAmount", 0)
                .put("accumulated", 0)
                .put("subAccount", null)
                .put("referenceCode", "MBVCB.3278907687")
                .put("description", ""), now);
    }

    @Override
    public Verdict judge(Answer answer) {
        boolean taken = answer.status() / 100 == 2 && answer.says("success", true);
        return taken ? Verdict.TAKEN : Signing.byStatus(answer.status() / 100 == 2 ? 0 : answer.status());
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }

    private Call authenticated(JsonObject json, Instant now) {
        String body = json.encode();
        if (!signs) {
            return Call.post(body, new Header("authorization", "Apikey " + key));
        }
        String timestamp = Long.toString(now.getEpochSecond());
        return Call.post(body, new Header("X-SePay-Timestamp", timestamp), new Header("X-SePay-Signature",
                "sha256=" + Signing.hex(Signing.SHA_256, key, timestamp + '.' + body)));
    }

    private static JsonObject write(Movement movement, Object amount) {
        return new JsonObject()
                .put("id", movement.number())
                .put("gateway", "MBBank")
                .put("transactionDate", Signing.local(movement.bookedAt()))
                .put("accountNumber", movement.account())
                .put("subAccount", movement.virtualAccount())
                .put("code", null)
                .put("content", movement.memo())
                .put("transferType", movement.isCredit() ? "in" : "out")
                .put("transferAmount", amount)
                .put("accumulated", movement.number() % 1_000_000_000)
                .put("referenceCode", movement.trace())
                .put("description", "BankAPINotify " + movement.memo());
    }
}
