package vn.phopay.bank.vietqrvn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.bank.DeliveryResults.told;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.DeliveryResult;
import vn.phopay.bank.DeliveryResults;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.Dialect.Authentication.Refused;
import vn.phopay.bank.Dialect.Reading.Malformed;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.identity.BankKeyId;
import vn.phopay.tck.DialectTck;

class VietqrvnDialectTest extends DialectTck {
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void drawShouldGiveATokenForUserAndPasswordAndForNothingElse() {
        VietqrvnTokens tokens = tokens(NOW);
        BankKey.Shared issued = new BankKey.Shared(ours.id(), "vietqr", utf8("pass:word"));
        assertTrue(tokens.draw(List.of(issued), basic("vietqr:pass:word")).isPresent(), "a password may hold a colon");
        for (String wrong : List.of("vietqr:password", "vietqr:", ":pass:word", "vietqr", "", "VIETQR:pass:word")) {
            assertEquals(Optional.empty(), tokens.draw(List.of(issued), basic(wrong)), wrong);
        }
        for (String header : List.of("", "Basic", "Basic ***", "Bearer x")) {
            assertEquals(Optional.empty(), tokens.draw(List.of(issued), header), header);
        }
        assertEquals(Optional.empty(), tokens.draw(List.of(issued), null));
        assertEquals(Optional.empty(), tokens.draw(List.of(), basic("vietqr:pass:word")));
    }

    @Test
    void drawShouldNeverGiveTheSameTokenTwice() {
        BankKey.Shared issued = new BankKey.Shared(ours.id(), "u", utf8("p"));
        VietqrvnTokens tokens = tokens(NOW);
        assertNotEquals(tokens.draw(List.of(issued), basic("u:p")), tokens.draw(List.of(issued), basic("u:p")));
    }

    @Test
    void authenticateShouldRefuseEveryTokenWithOneChangedCharacter() {
        String header = good().headers().get("authorization");
        for (int i = "Bearer ".length(); i < header.length() - 1; i++) {
            char other = header.charAt(i) == 'A' ? 'B' : 'A';
            String changed = header.substring(0, i) + other + header.substring(i + 1);
            assertInstanceOf(Refused.class, authenticate(List.of(ours), request("{}", changed), NOW), changed);
        }
        for (String token : List.of("", "x", "AAAA", "*", header.substring(7) + "AAAA")) {
            assertInstanceOf(Refused.class, authenticate(List.of(ours), request("{}", "Bearer " + token), NOW), token);
        }
    }

    @Test
    void readShouldTakeBothSpellingsOfEveryName() {
        for (String content : List.of(content("FT1", "25000.0", "\"x\""),
                content("FT1", "25000.0", "\"x\"").replace("bankaccount", "bankAccount")
                        .replace("transactiontime", "transactionTime").replace("transactionid", "transactionId")
                        .replace("referencenumber", "referenceNumber").replace("transType", "transtype"))) {
            TransactionNotice notice = one(key.sign(content, NOW));
            assertEquals("FT1", notice.bankReference());
            assertEquals("0123456789", notice.accountNumber());
            assertEquals(25_000, notice.amountVnd());
            assertEquals("FT26326001", notice.bankTrace());
            assertEquals(NOW, notice.bookedAt());
            assertEquals(Direction.CREDIT, notice.direction());
            assertFalse(notice.directionAssumed());
        }
    }

    @Test
    void readShouldRefuseAMemberThatStandsInTwoSpellings() {
        String twice = content("FT1", "1", "\"x\"").replace("\"amount\":1", "\"amount\":1,\"AMOUNT\":2");
        assertInstanceOf(Malformed.class, dialect().read(key.sign(twice, NOW)));
    }

    @Test
    void readShouldAssumeACreditWhereTheDirectionIsLeftOut() {
        for (String left : List.of("", "\"transType\":null,", "\"transType\":\"\",")) {
            TransactionNotice notice = one(key.sign(content("FT1", "1", "\"x\"").replace("\"transType\":\"C\",",
                    left), NOW));
            assertEquals(Direction.CREDIT, notice.direction());
            assertTrue(notice.directionAssumed());
        }
        assertEquals(Direction.DEBIT, one(key.sign(content("FT1", "1", "\"x\"").replace("\"C\"", "\"D\""), NOW))
                .direction());
        assertInstanceOf(Malformed.class,
                dialect().read(key.sign(content("FT1", "1", "\"x\"").replace("\"C\"", "\"X\""), NOW)));
    }

    @Test
    void readShouldTakeTheTimeAsNumberOrText() {
        for (String time : List.of("\"1795313700000\"", "1795313700000.0")) {
            assertEquals(NOW, one(key.sign(content("FT1", "1", "\"x\"").replace("1795313700000", time), NOW))
                    .bookedAt());
        }
        for (String time : List.of("\"\"", "\"2026-11-22\"", "1795313700", "-1", "1e12", "99999999999999999", "null")) {
            assertInstanceOf(Malformed.class,
                    dialect().read(key.sign(content("FT1", "1", "\"x\"").replace("1795313700000", time), NOW)), time);
        }
    }

    @Test
    void readShouldFallBackToTheReferenceNumberAndToTheMemo() {
        TransactionNotice notice = one(key.sign(content("", "1", "\"QR PP7K3M9Q2X\""), NOW));
        assertEquals("FT26326001", notice.bankReference());
        assertNull(notice.structuredReference(), "an empty orderId is none");
        assertEquals("QR PP7K3M9Q2X", notice.memo());
        assertEquals("PP7K3M9Q2X", one(key.sign(
                content("FT1", "1", "\"x\"").replace("\"orderId\":\"\"", "\"orderId\":\"PP7K3M9Q2X\""), NOW))
                .structuredReference());
    }

    @Test
    void readShouldNameWhatIsMissingOrNull() {
        for (String member : List.of("bankaccount", "amount", "transactiontime")) {
            for (String other : List.of("\"x" + member + "\":", "\"" + member + "\":null,\"x\":")) {
                String content = content("FT1", "50000", "\"x\"").replace("\"" + member + "\":", other);
                Malformed malformed = assertInstanceOf(Malformed.class, dialect().read(key.sign(content, NOW)),
                        content);
                assertEquals(List.of("/" + member), malformed.faults().stream().map(Dialect.Fault::pointer).toList());
            }
        }
    }

    /** TRY_LATER is the one code declared as repeatable, so it is said of our own outage alone. */
    @Test
    void answersShouldBeThoseThatTheSenderExpects() {
        String done = "200 {\"error\":false,\"errorReason\":\"000\",\"toastMessage\":\"success\",\"object\":"
                + "{\"reftransactionid\":\"" + DeliveryResults.PAYMENT + "\"}}";
        for (DeliveryResult kept : List.of(DeliveryResults.STORED, DeliveryResults.UNMATCHED, DeliveryResults.DUPLICATE,
                DeliveryResults.CONFLICT)) {
            assertEquals(done, told(dialect(), kept));
        }
        assertFailure("401", "INVALID_TOKEN", DeliveryResults.REFUSED);
        assertFailure("400", "INVALID_DATA", DeliveryResults.UNREADABLE);
        assertFailure("413", "TOO_LARGE", DeliveryResults.TOO_LARGE);
        assertFailure("403", "SUSPENDED", DeliveryResults.SUSPENDED);
        assertFailure("503", "TRY_LATER", DeliveryResults.UNAVAILABLE);
        assertFailure("500", "TRY_LATER", DeliveryResults.FAILED);
        assertFailure("500", "NOT_RECORDED",
                new DeliveryResult.Failed(List.of(new Dialect.Fault("/transactions/0", "was refused"))));
    }

    private void assertFailure(String status, String reason, DeliveryResult result) {
        String told = told(dialect(), result);
        assertTrue(told.startsWith(status + " {\"error\":true,\"errorReason\":\"" + reason + "\""), told);
        assertTrue(told.endsWith("\"object\":null}"), told);
    }

    @Override
    protected Dialect dialect() {
        return new VietqrvnDialect(Duration.ofSeconds(300));
    }

    @Override
    protected Optional<Duration> ageMax() {
        return Optional.of(Duration.ofSeconds(300));
    }

    @Override
    protected boolean signsParsedJson() {
        return false;
    }

    @Override
    protected boolean signsContent() {
        return false;
    }

    @Override
    protected String content(String id, String amount, String memo) {
        return "{\"bankaccount\":\"0123456789\",\"amount\":" + amount + ",\"transType\":\"C\",\"content\":" + memo
                + ",\"transactiontime\":1795313700000,\"transactionid\":\"" + id + "\","
                + "\"referencenumber\":\"FT26326001\",\"orderId\":\"\",\"terminalCode\":null,\"sign\":\"echo\"}";
    }

    @Override
    protected CallbackRequest unsigned(String content) {
        return CallbackRequest.post(MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(content));
    }

    @Override
    protected SenderKey newKey() {
        String password = "password " + SERIAL.incrementAndGet();
        return new SenderKey() {
            @Override
            public BankKey ours(BankKeyId id) {
                return new BankKey.Shared(id, "vietqr", utf8(password));
            }

            @Override
            public CallbackRequest sign(String content, Instant moment) {
                BankKey issued = ours(new BankKeyId(new UUID(9, 9)));
                String token = tokens(moment).draw(List.of(issued), basic("vietqr:" + password)).orElseThrow();
                return request(content, "Bearer " + token);
            }
        };
    }

    private static VietqrvnTokens tokens(Instant moment) {
        return new VietqrvnTokens(Clock.fixed(moment, ZoneOffset.UTC), RANDOM);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(utf8(pair));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static CallbackRequest request(String body, String authorization) {
        return CallbackRequest.post(
                MultiMap.caseInsensitiveMultiMap().add("Authorization", authorization), Buffer.buffer(body));
    }
}
