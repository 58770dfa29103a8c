package vn.phopay.simulator.sender;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** ZaloPay's callback v2: the payment as JSON inside a JSON text, signed as that text. */
final class ZalopaySender implements Sender {
    private static final List<Duration> PAUSES = Collections.nCopies(3, Duration.ofMinutes(1));
    private static final int TYPE_ORDER = 1;

    private final String key2;

    ZalopaySender(String key2) {
        this.key2 = key2;
    }

    @Override
    public String dialect() {
        return "zalopay";
    }

    @Override
    public boolean tellsDebits() {
        return false;
    }

    @Override
    public boolean tellsVirtualAccounts() {
        return false;
    }

    @Override
    public boolean tellsTraces() {
        return false;
    }

    @Override
    public String idOf(Movement movement) {
        return Long.toString(movement.number());
    }

    @Override
    public Call tell(List<Movement> movements, Instant now) {
        Movement movement = movements.getFirst();
        return signed(write(movement, movement.amountVnd()));
    }

    @Override
    public Call tellUnreadable(Movement movement, Instant now) {
        return signed(write(movement, Signing.NO_AMOUNT));
    }

    /** An empty POST from its portal. */
    @Override
    public Call probe(Instant now) {
        return Call.post("");
    }

    @Override
    public Verdict judge(Answer answer) {
        Integer code = answer.json().getInteger("return_code");
        if (answer.status() != 200 || Objects.equals(code, 0)) {
            return Verdict.AGAIN;
        }
        return Objects.equals(code, 1) ? Verdict.TAKEN : Objects.equals(code, 2) ? Verdict.KNOWN : Verdict.GIVEN_UP;
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }

    private Call signed(JsonObject data) {
        String text = data.encode();
        return Call.post(new JsonObject()
                .put("data", text)
                .put("mac", Signing.hex(Signing.SHA_256, key2, text))
                .put("type", TYPE_ORDER)
                .encode());
    }

    private static JsonObject write(Movement movement, Object amount) {
        return new JsonObject()
                .put("app_id", Long.parseLong(movement.account()))
                .put("app_trans_id", Signing.digits(movement.bookedAt()).substring(2, 8) + '_' + movement.number())
                .put("app_time", movement.bookedAt().toEpochMilli())
                .put("app_user", "user123")
                .put("amount", amount)
                .put("embed_data", new JsonObject().put("memo", movement.memo()).encode())
                .put("item", "[]")
                .put("zp_trans_id", movement.number())
                .put("server_time", movement.bookedAt().toEpochMilli())
                .put("channel", 38)
                .put("merchant_user_id", "")
                .put("user_fee_amount", 0)
                .put("discount_amount", 0);
    }
}
