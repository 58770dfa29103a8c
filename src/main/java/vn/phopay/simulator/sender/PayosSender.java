package vn.phopay.simulator.sender;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** payOS: JSON whose {@code data} is signed as sorted pairs. Tells of money that came in, and of nothing else. */
final class PayosSender implements Sender {
    private static final int PROBE_ORDER = 123;
    private static final List<Duration> PAUSES = Signing.minutes(1, 5, 15, 60, 180);

    private final String checksumKey;

    PayosSender(String checksumKey) {
        this.checksumKey = checksumKey;
    }

    @Override
    public String dialect() {
        return "payos";
    }

    @Override
    public boolean tellsDebits() {
        return false;
    }

    @Override
    public String idOf(Movement movement) {
        return movement.trace() + ':' + movement.account();
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

    @Override
    public Call probe(Instant now) {
        return signed(new JsonObject()
                .put("orderCode", PROBE_ORDER)
                .put("amount", 3_000)
                .put("description", "VQRIO123")
                .put("accountNumber", "12345678")
                .put("reference", "TF230204212323")
                .put("transactionDateTime", Signing.local(now))
                .put("currency", "VND")
                .put("paymentLinkId", "124c33293c43417ab7879e14c8d9eb18")
                .put("code", "00")
                .put("desc", "Thành công"));
    }

    @Override
    public Verdict judge(Answer answer) {
        return Signing.byStatus(answer.status());
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }

    /** The signature over {@code data}. */
    String sign(JsonObject data) {
        return Signing.hex(Signing.SHA_256, checksumKey, Signing.pairs(data));
    }

    private Call signed(JsonObject data) {
        return Call.post(new JsonObject()
                .put("code", "00")
                .put("desc", "success")
                .put("success", true)
                .put("data", data)
                .put("signature", sign(data))
                .encode());
    }

    private static JsonObject write(Movement movement, Object amount) {
        return new JsonObject()
                .put("orderCode", movement.number())
                .put("amount", amount)
                .put("description", movement.memo())
                .put("accountNumber", movement.account())
                .put("reference", movement.trace())
                .put("transactionDateTime", Signing.local(movement.bookedAt()))
                .put("currency", "VND")
                .put("paymentLinkId", Long.toHexString(movement.number()))
                .put("code", "00")
                .put("desc", "Thành công")
                .put("counterAccountBankId", movement.payer().bankBin())
                .put("counterAccountBankName", null)
                .put("counterAccountName", movement.payer().name())
                .put("counterAccountNumber", movement.payer().account())
                .put("virtualAccountName", null)
                .put("virtualAccountNumber", movement.virtualAccount());
    }
}
