package vn.phopay.simulator.sender;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.simulator.sender.Call.Header;

/** Casso's second webhook: one transaction a call, HMAC-SHA512 over the body's sorted form and a time in ms. */
final class Casso2Sender implements Sender {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final List<Duration> PAUSES = Signing.minutes(1, 5, 15, 60, 180);

    private final String key;

    Casso2Sender(String key) {
        this.key = key;
    }

    @Override
    public String dialect() {
        return "casso2";
    }

    @Override
    public Optional<Duration> signatureAgeMax() {
        return Optional.of(WINDOW);
    }

    @Override
    public String idOf(Movement movement) {
        return Long.toString(movement.number());
    }

    @Override
    public Call tell(List<Movement> movements, Instant now) {
        Movement movement = movements.getFirst();
        long signedAmount = movement.isCredit() ? movement.amountVnd() : -movement.amountVnd();
        return signed(write(movement, signedAmount), now);
    }

    @Override
    public Call tellUnreadable(Movement movement, Instant now) {
        return signed(write(movement, Signing.NO_AMOUNT), now);
    }

    @Override
    public Call probe(Instant now) {
        return signed(new JsonObject()
                .put("id", 0)
                .put("reference", "MA_GIAO_DICH_THU_NGHIEM")
                .put("description", Signing.TEST_MEMO)
                .put("amount", 599_000)
                .put("runningBalance", 25_000_000)
                .put("transactionDateTime", Signing.local(now))
                .put("accountNumber", "88888888")
                .put("bankName", "VPBank")
                .put("bankAbbreviation", "VPB"), now);
    }

    @Override
    public Verdict judge(Answer answer) {
        return answer.status() == 200 && answer.says("success", true)
                ? Verdict.TAKEN : Signing.byStatus(answer.status() == 200 ? 0 : answer.status());
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }

    private Call signed(JsonObject data, Instant now) {
        JsonObject body = new JsonObject().put("error", 0).put("data", data);
        long moment = now.toEpochMilli();
        String hex = Signing.hex(Signing.SHA_512, key, moment + "." + Signing.sorted(body));
        // Sent as written, not as sorted: the receiver has to sort by itself.
        return Call.post(body.encodePrettily(), new Header("X-Casso-Signature", "t=" + moment + ",v1=" + hex));
    }

    private static JsonObject write(Movement movement, Object amount) {
        String virtual = movement.virtualAccount();
        return new JsonObject()
                .put("id", movement.number())
                .put("reference", movement.trace())
                .put("description", movement.memo())
                .put("amount", amount)
                .put("runningBalance", movement.number() % 1_000_000_000)
                .put("transactionDateTime", Signing.local(movement.bookedAt()))
                .put("accountNumber", movement.account())
                .put("bankName", "NH TMCP Quân Đội <MB & đối tác>")
                .put("bankAbbreviation", "MB")
                .put("virtualAccountNumber", virtual == null ? "" : virtual)
                .put("virtualAccountName", "")
                .put("counterAccountName", movement.payer().name())
                .put("counterAccountNumber", movement.payer().account())
                .put("counterAccountBankId", movement.payer().bankBin())
                .put("counterAccountBankName", "");
    }
}
