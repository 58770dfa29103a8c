package vn.phopay.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.Dialect;
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

    /** How long a signature stays good, either way. */
    protected abstract Duration tolerance();

    /** Whether the same JSON written in another way keeps its signature. */
    protected abstract boolean signsParsedJson();

    /** A fresh key of the sender. */
    protected abstract SenderKey newKey();

    /** A delivery of one credit, with {@code amount} and {@code memo} standing as raw JSON. */
    protected abstract String body(String id, String amount, String memo);

    /** The same JSON as {@code body}, with other white space. */
    protected abstract String respaced(String body);

    /** A key as the sender holds it and as we hold it. */
    protected interface SenderKey {
        /** Our half. */
        BankKey ours(BankKeyId id);

        /** The headers by which the sender signs {@code body} at {@code moment}. */
        MultiMap sign(byte[] body, Instant moment);
    }

    private final SenderKey key = newKey();
    private final BankKey ours = key.ours(new BankKeyId(new UUID(1, 1)));

    @Test
    void authenticateShouldAcceptWhatTheSenderSigned() {
        Authentic authentic = assertInstanceOf(Authentic.class, authenticate(List.of(ours), good(), NOW));
        assertEquals(ours.id(), authentic.key().id());
        assertEquals(NOW, authentic.signedAt());
    }

    @Test
    void authenticateShouldRefuseEveryChangedBitOfTheBody() {
        byte[] body = good();
        MultiMap headers = key.sign(body, NOW);
        for (int bit = 0; bit < body.length * 8; bit++) {
            byte[] changed = body.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertInstanceOf(Refused.class,
                    dialect().authenticate(List.of(ours), headers, Buffer.buffer(changed), NOW), "bit " + bit);
        }
    }

    @Test
    void authenticateShouldRefuseAnotherKeyAndNoKeyAtAll() {
        BankKey other = newKey().ours(new BankKeyId(new UUID(1, 2)));
        assertInstanceOf(Refused.class, authenticate(List.of(other), good(), NOW));
        assertInstanceOf(Refused.class, authenticate(List.of(), good(), NOW));
        assertInstanceOf(Refused.class, dialect().authenticate(
                List.of(ours), MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(good()), NOW));
    }

    @Test
    void authenticateShouldAcceptOldAndNewKeyDuringRotation() {
        SenderKey next = newKey();
        BankKey nextOurs = next.ours(new BankKeyId(new UUID(1, 3)));
        List<BankKey> live = List.of(ours, nextOurs);
        assertEquals(ours.id(),
                assertInstanceOf(Authentic.class, authenticate(live, good(), NOW)).key().id());
        MultiMap signedByNext = next.sign(good(), NOW);
        assertEquals(nextOurs.id(), assertInstanceOf(Authentic.class,
                dialect().authenticate(live, signedByNext, Buffer.buffer(good()), NOW)).key().id());
    }

    @Test
    void authenticateShouldHoldTheWindowToTheSecondEitherWay() {
        for (int way : new int[] {-1, 1}) {
            Instant edge = NOW.plus(tolerance().multipliedBy(way));
            assertInstanceOf(Authentic.class, authenticate(List.of(ours), good(), edge));
            assertInstanceOf(Refused.class, authenticate(List.of(ours), good(), edge.plusSeconds(way)));
        }
    }

    @Test
    void authenticateShouldJudgeTheSameJsonInOtherSpacingAsTheDialectSigns() {
        MultiMap headers = key.sign(good(), NOW);
        byte[] respaced = utf8(respaced(body("FT1", "50000", "\"x\"")));
        assertFalse(java.util.Arrays.equals(respaced, good()), "the text really differs");
        Dialect.Authentication judged =
                dialect().authenticate(List.of(ours), headers, Buffer.buffer(respaced), NOW);
        assertEquals(signsParsedJson(), judged instanceof Authentic);
    }

    @Test
    void readShouldKeepVietnameseTextAndLongIds() {
        TransactionNotice notice = one(body("1234567890123", "50000", "\"Trả tiền phở, cảm ơn chị Hoà\""));
        assertEquals("Trả tiền phở, cảm ơn chị Hoà", notice.memo());
        assertEquals("1234567890123", notice.bankReference());
        assertEquals(Direction.CREDIT, notice.direction());
        byte[] body = utf8(body("FT1", "50000", "\"Trả tiền phở\""));
        assertInstanceOf(Authentic.class, authenticate(List.of(ours), body, NOW));
    }

    @Test
    void readShouldTakeANullMemoAsNone() {
        assertEquals("", one(body("FT1", "50000", "null")).memo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"50000", "50000.0", "\"50000\"", "50000.00", "9999999999999", "1"})
    void readShouldTakeIntegralAmountsHoweverWritten(String amount) {
        long expected = Long.parseLong(amount.replace("\"", "").replaceAll("\\..*", ""));
        assertEquals(expected, one(body("FT1", amount, "\"x\"")).amountVnd());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-50000", "50000.5", "10000000000000", "5e4", "\"\"", "\"50,000\"", "null", "true",
        "[]", "{}", "99999999999999999999999999999999999999"})
    void readShouldRefuseEveryOtherAmountAndNameIt(String amount) {
        Malformed malformed = assertInstanceOf(Malformed.class,
                dialect().read(Buffer.buffer(body("FT1", amount, "\"x\""))));
        assertTrue(malformed.faults().stream().anyMatch(fault -> fault.pointer().endsWith("/amount")),
                malformed.faults().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "null", "\"x\"", "{}", "{\"a\":1}{\"a\":1}", "\u0000", "{\"test\": 1}"})
    void readShouldRefuseWhatIsNoDelivery(String body) {
        assertInstanceOf(Malformed.class, dialect().read(Buffer.buffer(body)));
    }

    private byte[] good() {
        return utf8(body("FT1", "50000", "\"x\""));
    }

    private Dialect.Authentication authenticate(List<BankKey> keys, byte[] body, Instant now) {
        return dialect().authenticate(keys, key.sign(body, NOW), Buffer.buffer(body), now);
    }

    private TransactionNotice one(String body) {
        Transactions read = assertInstanceOf(Transactions.class, dialect().read(Buffer.buffer(body)));
        assertEquals(1, read.notices().size());
        return read.notices().getFirst();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
