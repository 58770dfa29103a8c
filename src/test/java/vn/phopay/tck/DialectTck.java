package vn.phopay.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.Dialect.Authentication;
import vn.phopay.bank.Dialect.Authentication.Authentic;
import vn.phopay.bank.Dialect.Authentication.Refused;
import vn.phopay.bank.Dialect.Reading.Malformed;
import vn.phopay.bank.Dialect.Reading.Transactions;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.identity.BankKeyId;

/**
 * What every dialect must prove about authentication and reading. A dialect's test extends this, says how its sender
 * signs and writes, and inherits the rest. What needs the whole service (duplicates, conflicts, size, a lost answer) is
 * in {@link CallbackTck}.
 */
public abstract class DialectTck {
    /** When the tests happen. */
    protected static final Instant NOW = Instant.parse("2026-11-22T02:15:00Z");

    /** The dialect under test. */
    protected abstract Dialect dialect();

    /** How old a signature may be; empty where it says no time. */
    protected abstract Optional<Duration> ageMax();

    /** Whether the same JSON written in another way keeps its signature. */
    protected abstract boolean signsParsedJson();

    /** A fresh key of the sender. */
    protected abstract SenderKey newKey();

    /** What the sender says of one credit, before it is signed; {@code amount} and {@code memo} stand as raw JSON. */
    protected abstract String content(String id, String amount, String memo);

    /** The call of {@code content} without anything that proves whose it is. */
    protected abstract CallbackRequest unsigned(String content);

    /** How far a signature's time may lie ahead of ours; read only where {@link #ageMax()} is there. */
    protected Duration aheadMax() {
        return ageMax().orElseThrow();
    }

    /** Whether the signature covers what the call says; false where a token alone proves whose it is. */
    protected boolean signsContent() {
        return true;
    }

    /** An id as this sender writes them. */
    protected String id() {
        return "FT1";
    }

    /** The bank reference of the transaction with the sender's {@code id}. */
    protected String reference(String id) {
        return id;
    }

    /** The member that holds the amount. */
    protected String amountMember() {
        return "amount";
    }

    /** Amounts as raw JSON, and what they are in đồng. */
    protected Map<String, Long> goodAmounts() {
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (String whole : List.of("50000", "50000.0", "\"50000\"", "50000.00")) {
            amounts.put(whole, 50_000L);
        }
        amounts.put("9999999999999", 9_999_999_999_999L);
        amounts.put("1", 1L);
        return amounts;
    }

    /** Amounts as raw JSON that no transfer has. */
    protected List<String> badAmounts() {
        return List.of("0", "-50000", "50000.5", "10000000000000", "5e4", "\"\"", "\"50,000\"", "null", "true", "[]",
                "{}", "99999999999999999999999999999999999999");
    }

    /** Contents that are no delivery, whoever signed them. */
    protected List<String> unreadable() {
        return List.of("{}", "{\"test\": 1}");
    }

    /** The same JSON as {@code request} in another order and spacing. */
    protected CallbackRequest rewritten(CallbackRequest request) {
        String body = reversed(new JsonObject(request.rawBody())).encodePrettily();
        return new CallbackRequest(request.method(), request.rawQuery(), request.headers(), Buffer.buffer(body));
    }

    /** A key as the sender holds it and as we hold it. */
    protected interface SenderKey {
        /** Our half. */
        BankKey ours(BankKeyId id);

        /** The call by which the sender says {@code content} at {@code moment}. */
        CallbackRequest sign(String content, Instant moment);
    }

    /** A key and our half of it, fresh for each test. */
    protected final SenderKey key = newKey();

    /** Our half. */
    protected final BankKey ours = key.ours(new BankKeyId(new UUID(1, 1)));

    @Test
    void authenticateShouldAcceptWhatTheSenderSigned() {
        Authentic authentic = assertInstanceOf(Authentic.class, authenticate(List.of(ours), good(), NOW));
        assertEquals(ours.id(), authentic.key().id());
        assertEquals(NOW, authentic.signedAt());
    }

    @Test
    void authenticateShouldRefuseEveryChangedBitThatChangesWhatIsSaid() {
        if (!signsContent()) {
            return;
        }
        CallbackRequest good = good();
        Dialect.Reading said = dialect().read(good);
        assertInstanceOf(Transactions.class, said);
        for (int bit = 0; bit < good.evidence().length() * 8; bit++) {
            CallbackRequest changed = withBitChanged(good, bit);
            if (authenticate(List.of(ours), changed, NOW) instanceof Authentic) {
                assertTrue(signsParsedJson(), "a raw body is signed to its last bit, " + bit);
                assertEquals(said, dialect().read(changed), "bit " + bit);
            }
        }
    }

    @Test
    void authenticateShouldRefuseAnotherKeyAndNoKeyAtAll() {
        BankKey other = newKey().ours(new BankKeyId(new UUID(1, 2)));
        assertInstanceOf(Refused.class, authenticate(List.of(other), good(), NOW));
        assertInstanceOf(Refused.class, authenticate(List.of(), good(), NOW));
        assertInstanceOf(Refused.class, authenticate(List.of(ours), unsigned(content(id(), "50000", "\"x\"")), NOW));
    }

    @Test
    void authenticateShouldAcceptOldAndNewKeyDuringRotation() {
        SenderKey next = newKey();
        BankKey nextOurs = next.ours(new BankKeyId(new UUID(1, 3)));
        List<BankKey> live = List.of(ours, nextOurs);
        assertEquals(ours.id(), assertInstanceOf(Authentic.class, authenticate(live, good(), NOW)).key().id());
        CallbackRequest signedByNext = next.sign(content(id(), "50000", "\"x\""), NOW);
        assertEquals(nextOurs.id(), assertInstanceOf(Authentic.class, authenticate(live, signedByNext, NOW))
                .key().id());
    }

    @Test
    void authenticateShouldHoldTheWindowToTheSecondEitherWay() {
        if (ageMax().isEmpty()) {
            // It says no time: a replay is a duplicate, by its id. See CallbackTck.
            assertInstanceOf(Authentic.class, authenticate(List.of(ours), good(), NOW.plus(Duration.ofDays(400))));
            return;
        }
        Instant last = NOW.plus(ageMax().get());
        assertInstanceOf(Authentic.class, authenticate(List.of(ours), good(), last));
        assertInstanceOf(Refused.class, authenticate(List.of(ours), good(), last.plusSeconds(1)));
        Instant first = NOW.minus(aheadMax());
        assertInstanceOf(Authentic.class, authenticate(List.of(ours), good(), first));
        assertInstanceOf(Refused.class, authenticate(List.of(ours), good(), first.minusSeconds(1)));
    }

    @Test
    void authenticateShouldJudgeTheSameJsonInAnotherWritingAsTheDialectSigns() {
        CallbackRequest rewritten = rewritten(good());
        assertNotEquals(good().evidence(), rewritten.evidence(), "the text really differs");
        boolean accepted = authenticate(List.of(ours), rewritten, NOW) instanceof Authentic;
        assertEquals(signsParsedJson() || !signsContent(), accepted);
        if (accepted) {
            assertEquals(dialect().read(good()), dialect().read(rewritten));
        }
    }

    @Test
    void readShouldKeepVietnameseTextAndLongIds() {
        String memo = "Trả tiền phở, cảm ơn chị Hoà";
        CallbackRequest request = key.sign(content("1234567890123", "50000", '"' + memo + '"'), NOW);
        assertInstanceOf(Authentic.class, authenticate(List.of(ours), request, NOW));
        TransactionNotice notice = one(request);
        assertEquals(memo, notice.memo());
        assertEquals(reference("1234567890123"), notice.bankReference());
        assertEquals(Direction.CREDIT, notice.direction());
    }

    @Test
    void readShouldTakeANullMemoAsNone() {
        assertEquals("", one(key.sign(content(id(), "50000", "null"), NOW)).memo());
    }

    /** PostgreSQL cannot hold U+0000, and a payment must not be lost for that. */
    @Test
    void readShouldLetNoCharacterThroughThatCannotBeStored() {
        assertEquals("a b", one(key.sign(content(id(), "50000", "\"a\\u0000b\""), NOW)).memo());
    }

    @Test
    void readShouldTakeIntegralAmountsHoweverWritten() {
        goodAmounts().forEach((written, amountVnd) -> {
            CallbackRequest request = key.sign(content(id(), written, "\"x\""), NOW);
            assertInstanceOf(Authentic.class, authenticate(List.of(ours), request, NOW), written);
            assertEquals(amountVnd, one(request).amountVnd(), written);
        });
    }

    @Test
    void readShouldRefuseEveryOtherAmountAndNameIt() {
        for (String written : badAmounts()) {
            CallbackRequest request = key.sign(content(id(), written, "\"x\""), NOW);
            Malformed malformed = assertInstanceOf(Malformed.class, dialect().read(request), written);
            assertTrue(malformed.faults().stream().anyMatch(fault -> fault.pointer().endsWith("/" + amountMember())),
                    written + " " + malformed.faults());
        }
    }

    @Test
    void readShouldRefuseWhatIsNoDelivery() {
        for (String content : unreadable()) {
            assertInstanceOf(Malformed.class, dialect().read(key.sign(content, NOW)), content);
        }
        for (String body : List.of("", " ", "{", "[]", "null", "\"x\"", "{\"a\":1}{\"a\":1}", "\u0000", "{\"test\": 1}",
                "[".repeat(100_000), "{\"a\":".repeat(10_000))) {
            CallbackRequest request = new CallbackRequest(dialect().method(), "", good().headers(),
                    Buffer.buffer(body));
            assertInstanceOf(Malformed.class, dialect().read(request), body);
            if (signsContent()) {
                assertInstanceOf(Refused.class, authenticate(List.of(ours), request, NOW), body);
            }
        }
    }

    /** A text is told to whoever looks for a mistake, and never makes the debugger fail. */
    @Test
    void canonicalTextShouldBeThereForGoodRequestsAndNeverFail() {
        assertEquals(signsContent(), !dialect().canonicalText(List.of(ours), good()).isEmpty());
        for (String body : List.of("", "{", "[]", "{}", "{\"a\":1}")) {
            CallbackRequest broken = new CallbackRequest(dialect().method(), body, good().headers(),
                    Buffer.buffer(body));
            assertTrue(dialect().canonicalText(List.of(ours), broken).length() < 1_000);
        }
    }

    /** A good call, signed now. */
    protected final CallbackRequest good() {
        return key.sign(content(id(), "50000", "\"x\""), NOW);
    }

    /** What the dialect holds of {@code request}. */
    protected final Authentication authenticate(List<BankKey> keys, CallbackRequest request, Instant now) {
        return dialect().authenticate(keys, request, now);
    }

    /** The one transaction of {@code request}. */
    protected final TransactionNotice one(CallbackRequest request) {
        Transactions read = assertInstanceOf(Transactions.class, dialect().read(request));
        assertEquals(1, read.notices().size());
        return read.notices().getFirst();
    }

    private static CallbackRequest withBitChanged(CallbackRequest request, int bit) {
        byte[] changed = request.evidence().getBytes();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        return request.rawBody().length() > 0
                ? new CallbackRequest(request.method(), request.rawQuery(), request.headers(), Buffer.buffer(changed))
                : new CallbackRequest(request.method(), new String(changed, StandardCharsets.ISO_8859_1),
                        request.headers(), request.rawBody());
    }

    private static JsonObject reversed(JsonObject object) {
        JsonObject reversed = new JsonObject();
        List<String> names = new ArrayList<>(object.fieldNames());
        for (String name : names.reversed()) {
            Object value = object.getValue(name);
            reversed.put(name, value instanceof JsonObject inner ? reversed(inner) : value);
        }
        return reversed;
    }
}
