package vn.phopay.bank.payos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.DeliveryResults;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.Dialect.Authentication.Authentic;
import vn.phopay.bank.Dialect.Authentication.Refused;
import vn.phopay.bank.Dialect.Reading.Malformed;
import vn.phopay.bank.Dialect.Reading.NotPaid;
import vn.phopay.bank.Dialect.Reading.Probe;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.json.Json;
import vn.phopay.identity.BankKeyId;
import vn.phopay.tck.DialectTck;
import vn.phopay.testing.Hmac;
import vn.phopay.testing.SortedJson;

class PayosDialectTest extends DialectTck {
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final String PUBLISHED_KEY = "test_checksum_key";
    private static final String PUBLISHED_TEXT = "amount=3300&cancelUrl=http://localhost&description=ABC456&orderCode=0"
            + "&returnUrl=http://localhost";
    private static final String PUBLISHED_MAC = "189864813370cdf819974dc3f63c3a93a7e7af0a0d10b21344b14e4f7358999b";

    /** The published check of their request signature, which is the same MAC. */
    @Test
    void authenticateShouldAcceptThePublishedExampleInEitherCaseOfHex() {
        String data = "{\"orderCode\": 0, \"amount\": 3300, \"description\": \"ABC456\","
                + "\"returnUrl\": \"http://localhost\", \"cancelUrl\": \"http:\\/\\/localhost\"}";
        BankKey published = hmac(new BankKeyId(new UUID(3, 3)), PUBLISHED_KEY);
        for (String mac : List.of(PUBLISHED_MAC, PUBLISHED_MAC.toUpperCase(Locale.ROOT))) {
            CallbackRequest request = request(wrap(data, mac));
            assertEquals(PUBLISHED_TEXT, dialect().canonicalText(List.of(), request));
            assertInstanceOf(Authentic.class, authenticate(List.of(published), request, NOW));
        }
        for (String mac : List.of("", "18", PUBLISHED_MAC.substring(2), "zz" + PUBLISHED_MAC.substring(2),
                PUBLISHED_MAC + "00")) {
            assertInstanceOf(Refused.class, authenticate(List.of(published), request(wrap(data, mac)), NOW));
        }
    }

    @Test
    void signedTextShouldEmptyNullsAndKeepEveryNumberAsWritten() {
        Json.Obj data = Json.parseObject(("{\"n\":null,\"s\":\"null\",\"u\":\"undefined\",\"b\":true,"
                + "\"i\":4080000000123,"
                + "\"f\":50000.0,\"e\":1E5,\"z\":[{\"b\":1.50,\"a\":\"ph\u1edf\"},null],\"A\":\"a&b=c\"}")
                .getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertEquals("A=a&b=c&b=true&e=1E5&f=50000.0&i=4080000000123&n=&s=&u=&z=[{\"a\":\"ph\u1edf\",\"b\":1.50},null]",
                PayosDialect.signedText(data));
    }

    @Test
    void authenticateShouldBelieveNothingThatStandsOutsideTheSignedPart() {
        String data = content("FT9", "50000", "\"x\"");
        String mac = key.sign(data, NOW).rawBody().toJsonObject().getString("signature");
        CallbackRequest changed = request("{\"code\":\"99\",\"success\":false,\"amount\":1,\"data\":" + data
                + ",\"signature\":\"" + mac + "\"}");
        assertInstanceOf(Authentic.class, authenticate(List.of(ours), changed, NOW));
        assertEquals(dialect().read(key.sign(data, NOW)), dialect().read(changed));
    }

    @Test
    void readShouldTakeEveryMemberThatIdentifiesPayerAndTransfer() {
        TransactionNotice notice = one(good());
        assertEquals("FT1:0123456789", notice.bankReference());
        assertEquals("0123456789", notice.accountNumber());
        assertEquals("FT1", notice.bankTrace());
        assertEquals("V9PHO", notice.virtualAccount());
        assertEquals("NGUYEN VAN A", notice.payerName());
        assertEquals("970436", notice.payerBankBin());
        assertNull(notice.payerAccount(), "null in the delivery");
        assertEquals(Instant.parse("2026-11-22T02:15:00Z"), notice.bookedAt(), "their time is that of Hà Nội");
    }

    @Test
    void readShouldKeepTheTestOfTheAddressOutOfPayments() {
        assertInstanceOf(Probe.class, dialect().read(key.sign("{\"orderCode\":123,\"amount\":3000,\"code\":\"00\"}",
                NOW)));
    }

    @Test
    void readShouldMakeNoPaymentOfWhatWasNotPaid() {
        String failed = content("FT1", "50000", "\"x\"").replace("\"code\":\"00\"", "\"code\":\"01\"");
        assertInstanceOf(NotPaid.class, dialect().read(key.sign(failed, NOW)));
    }

    @Test
    void readShouldNameWhatIsMissingOrNull() {
        for (String member : List.of("reference", "accountNumber", "amount", "transactionDateTime", "code")) {
            for (String other : List.of("\"x" + member + "\":", "\"" + member + "\":null,\"x\":")) {
                String data = content("FT1", "50000", "\"x\"").replace("\"" + member + "\":", other);
                Malformed malformed = assertInstanceOf(Malformed.class, dialect().read(key.sign(data, NOW)), data);
                assertEquals(List.of("/data/" + member),
                        malformed.faults().stream().map(Dialect.Fault::pointer).toList());
            }
        }
    }

    @Test
    void answersShouldBeThoseThatTheSenderExpects() {
        DeliveryResults.ofSuccessSenders().forEach((result, expected) ->
                assertEquals(expected, DeliveryResults.told(dialect(), result), result.toString()));
    }

    @Override
    protected Dialect dialect() {
        return new PayosDialect();
    }

    @Override
    protected Optional<Duration> ageMax() {
        return Optional.empty();
    }

    @Override
    protected boolean signsParsedJson() {
        return true;
    }

    @Override
    protected String reference(String id) {
        return id + ":0123456789";
    }

    @Override
    protected String content(String id, String amount, String memo) {
        return "{\"orderCode\":8123,\"amount\":" + amount + ",\"description\":" + memo
                + ",\"accountNumber\":\"0123456789\","
                + "\"reference\":\"" + id + "\",\"transactionDateTime\":\"2026-11-22 09:15:00\",\"currency\":\"VND\","
                + "\"paymentLinkId\":\"p1\",\"code\":\"00\",\"desc\":\"ok\",\"counterAccountBankId\":\"970436\","
                + "\"counterAccountName\":\"NGUYEN VAN A\",\"counterAccountNumber\":null,"
                + "\"virtualAccountNumber\":\"V9PHO\"}";
    }

    @Override
    protected CallbackRequest unsigned(String content) {
        return request("{\"code\":\"00\",\"success\":true,\"data\":" + content + "}");
    }

    @Override
    protected SenderKey newKey() {
        String secret = "checksum key " + SERIAL.incrementAndGet();
        return new SenderKey() {
            @Override
            public BankKey ours(BankKeyId id) {
                return hmac(id, secret);
            }

            @Override
            public CallbackRequest sign(String content, Instant moment) {
                return request(wrap(content, Hmac.sha256(secret, SortedJson.pairs(content))));
            }
        };
    }

    private static BankKey hmac(BankKeyId id, String secret) {
        return new BankKey.Hmac(id, secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String wrap(String data, String mac) {
        return "{\"code\":\"00\",\"desc\":\"success\",\"success\":true,\"data\":" + data + ",\"signature\":\"" + mac
                + "\"}";
    }

    private static CallbackRequest request(String body) {
        return CallbackRequest.post(MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(body));
    }
}
