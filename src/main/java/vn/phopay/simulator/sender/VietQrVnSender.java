package vn.phopay.simulator.sender;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.phopay.simulator.sender.Call.Header;

/**
 * VietQR.vn: fetches a token with user and password, then tells with it. Nothing is signed. Writes field names in the
 * other of its two documented spellings every second time, and amounts as {@code 25000.0}, as it really does.
 */
final class VietQrVnSender implements Sender {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(12);
    private static final int PAUSES_IN_FIRST_MINUTE = 5;
    private static final int PAUSES_AFTER = 5;
    private static final Duration TOKEN_RESERVE = Duration.ofSeconds(30);
    private static final String TRY_LATER = "TRY_LATER";

    private final String user;
    private final String password;
    private final AtomicReference<@Nullable Token> token = new AtomicReference<>();

    private record Token(String text, Instant goodUntil) {}

    VietQrVnSender(String user, String password) {
        this.user = user;
        this.password = password;
    }

    @Override
    public String dialect() {
        return "vietqrvn";
    }

    @Override
    public boolean tellsVirtualAccounts() {
        return false;
    }

    @Override
    public String idOf(Movement movement) {
        return movement.reference();
    }

    @Override
    public Optional<Call> fetchToken(Instant now) {
        Token current = token.get();
        if (current != null && now.isBefore(current.goodUntil)) {
            return Optional.empty();
        }
        String basic = Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
        return Optional.of(new Call("POST", "/vietqrvn/api/token_generate",
                List.of(new Header("authorization", "Basic " + basic)), new byte[0]));
    }

    @Override
    public void takeToken(Answer answer, Instant now) {
        JsonObject json = answer.json();
        String text = json.getString("access_token", "");
        Duration life = Duration.ofSeconds(json.getLong("expires_in", 0L)).minus(TOKEN_RESERVE);
        token.set(answer.status() == 200 && !text.isEmpty() ? new Token(text, now.plus(life)) : null);
    }

    @Override
    public Call tell(List<Movement> movements, Instant now) {
        Movement movement = movements.getFirst();
        return post(write(movement, movement.amountVnd() + ".0"));
    }

    @Override
    public Call tellUnreadable(Movement movement, Instant now) {
        return post(write(movement, Signing.NO_AMOUNT.toPlainString()));
    }

    /** Its portal sends a body without members. */
    @Override
    public Call probe(Instant now) {
        return post("");
    }

    @Override
    public Verdict judge(Answer answer) {
        if (answer.status() == 200 && answer.says("error", false)) {
            return Verdict.TAKEN;
        }
        if (answer.status() == 401) {
            token.set(null);
            return Verdict.AGAIN;
        }
        // Nothing at all, or the one code that was declared as worth repeating.
        boolean again = answer.status() == 0 || answer.says("errorReason", TRY_LATER);
        return again ? Verdict.AGAIN : Verdict.GIVEN_UP;
    }

    @Override
    public List<Duration> pauses() {
        List<Duration> pauses = new ArrayList<>(Collections.nCopies(PAUSES_IN_FIRST_MINUTE, FIRST_PAUSE));
        pauses.addAll(Collections.nCopies(PAUSES_AFTER, Duration.ofMinutes(1)));
        return pauses;
    }

    private Call post(String body) {
        Token current = token.get();
        return new Call("POST", "/vietqrvn/bank/api/transaction-sync",
                List.of(new Header("authorization", "Bearer " + (current == null ? "none" : current.text)),
                        new Header("content-type", "application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Written by hand: the amount must keep its odd form, and both spellings must occur. */
    private static String write(Movement movement, String amount) {
        boolean camel = movement.number() % 2 == 0;
        JsonObject texts = new JsonObject()
                .put(camel ? "transactionId" : "transactionid", movement.reference())
                .put(camel ? "bankAccount" : "bankaccount", movement.account())
                .put("transType", movement.isCredit() ? "C" : "D")
                .put("content", movement.memo())
                .put(camel ? "transactionTime" : "transactiontime", movement.bookedAt().toEpochMilli())
                .put(camel ? "referenceNumber" : "referencenumber", movement.trace())
                .put("orderId", "")
                .put("sign", "");
        return "{\"amount\":" + amount + ',' + texts.encode().substring(1);
    }
}
