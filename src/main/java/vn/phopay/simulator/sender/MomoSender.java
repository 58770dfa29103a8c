package vn.phopay.simulator.sender;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** MoMo's IPN v2: JSON signed over named values in a fixed order, the access key among them. */
final class MomoSender implements Sender {
    private static final List<Duration> PAUSES = Signing.minutes(1, 2, 5, 15, 60);
    private static final List<String> SIGNED_BEFORE = List.of("amount", "extraData", "message", "orderId", "orderInfo",
            "orderType", "partnerCode", "payType", "requestId", "responseTime", "resultCode", "transId");

    private final String accessKey;
    private final String secret;

    MomoSender(String accessKey, String secret) {
        this.accessKey = accessKey;
        this.secret = secret;
    }

    @Override
    public String dialect() {
        return "momo";
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

    /** An attempt that was not paid, which is what its test page sends. */
    @Override
    public Call probe(Instant now) {
        Movement nobody = new Movement("PROBE" + now.getEpochSecond(), now.toEpochMilli(), "", "MOMOTEST", null, 1_000,
                Signing.TEST_MEMO, now, new Movement.Payer("", "", ""), null);
        return signed(write(nobody, 1_000).put("resultCode", 1006).put("message", "Transaction denied by user."));
    }

    @Override
    public Verdict judge(Answer answer) {
        return Signing.byStatus(answer.status() == 200 ? 0 : answer.status());
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }

    /** The text that is signed. */
    String text(JsonObject body) {
        StringBuilder text = new StringBuilder("accessKey=").append(accessKey);
        SIGNED_BEFORE.forEach(name -> text.append('&').append(name).append('=').append(body.getValue(name)));
        return text.toString();
    }

    private Call signed(JsonObject body) {
        return Call.post(body.put("signature", Signing.hex(Signing.SHA_256, secret, text(body))).encode());
    }

    private static JsonObject write(Movement movement, Object amount) {
        return new JsonObject()
                .put("partnerCode", movement.account())
                .put("orderId", movement.reference())
                .put("requestId", movement.reference())
                .put("amount", amount)
                .put("orderInfo", movement.memo())
                .put("orderType", "momo_wallet")
                .put("transId", movement.number())
                .put("resultCode", 0)
                .put("message", "Successful.")
                .put("payType", "qr")
                .put("responseTime", movement.bookedAt().toEpochMilli())
                .put("extraData", "");
    }
}
