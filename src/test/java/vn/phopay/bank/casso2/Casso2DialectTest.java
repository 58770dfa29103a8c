package vn.phopay.bank.casso2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.identity.BankKeyId;
import vn.phopay.tck.DialectTck;
import vn.phopay.testing.Hmac;
import vn.phopay.testing.SortedJson;

class Casso2DialectTest extends DialectTck {
    private static final AtomicInteger SERIAL = new AtomicInteger();

    /** Made with Python's hmac: names sorted at both levels, no letter and none of / < > & escaped, tokens as sent. */
    @Test
    void authenticateShouldAcceptAFixedExampleInEitherCaseOfHex() {
        BankKey fixed = hmac(ours.id(), "casso-secret-0123456789");
        String body = "{ \"error\" : 0,\n \"data\" : {\"id\":1234567890123, \"description\":\"<ph\\u1edf> & "
                + "\\\"c\u01a1m\\\" a\\/b\","
                + "\"amount\":50000.0,\"accountNumber\":\"1\"}}";
        String mac = "9e5733ae38fdbde1af68fc6cc3cc3cbc64d9d514c7691bf5a675d6638b7cb317"
                + "29c3c3a6c25b29d4056b0a0272bce5084d0a63669f76e117d4ff2728b2299b0f";
        for (String header : List.of("t=1795313700000,v1=" + mac, "v1=" + mac.toUpperCase(Locale.ROOT)
                + ", t=1795313700000",
                "t=1795313700000,v0=00,v1=00,v1=" + mac)) {
            CallbackRequest request = request(body, header);
            assertEquals("1795313700000.{\"data\":{\"accountNumber\":\"1\",\"amount\":50000.0,"
                    + "\"description\":\"<ph\u1edf> & \\\"c\u01a1m\\\" a/b\",\"id\":1234567890123},\"error\":0}",
                    dialect().canonicalText(List.of(), request));
            assertInstanceOf(Authentic.class, authenticate(List.of(fixed), request, NOW), header);
        }
        for (String header : List.of("", "t=1795313700000", "v1=" + mac, "t=1795313700000,v1=", "t=,v1=" + mac,
                "t=+1795313700000,v1=" + mac, "t=1795313700001,v1=" + mac, "t=1795313700000;v1=" + mac)) {
            assertInstanceOf(Refused.class, authenticate(List.of(fixed), request(body, header), NOW), header);
        }
    }

    /** Two members of one name could mean two things; the sender's own JSON never has them. */
    @Test
    void authenticateShouldRefuseAMemberThatStandsTwice() {
        CallbackRequest twice = key.sign("{\"error\":0,\"data\":{\"id\":1}}", NOW);
        String body = twice.rawBody().toString().replace("\"id\":1", "\"id\":2,\"id\":1");
        assertInstanceOf(Refused.class,
                authenticate(List.of(ours), CallbackRequest.post(twice.headers(), Buffer.buffer(body)), NOW));
    }

    @Test
    void readShouldTakeEveryMemberThatIdentifiesPayerAndTransfer() {
        TransactionNotice notice = one(good());
        assertEquals("1001", notice.bankReference());
        assertEquals("FT26326001", notice.bankTrace());
        assertEquals("V9PHO", notice.virtualAccount());
        assertEquals("NGUYEN VAN A", notice.payerName());
        assertEquals("0987", notice.payerAccount());
        assertEquals("970436", notice.payerBankBin());
        assertEquals(Instant.parse("2026-11-22T02:15:00Z"), notice.bookedAt());
    }

    @Test
    void readShouldTakeANegativeAmountAsADebit() {
        TransactionNotice notice = one(key.sign(content("1001", "-50000", "\"x\""), NOW));
        assertEquals(Direction.DEBIT, notice.direction());
        assertEquals(50_000, notice.amountVnd());
    }

    @Test
    void readShouldKeepTheTestOfTheAddressOutOfPayments() {
        assertInstanceOf(Probe.class, dialect().read(key.sign("{\"error\":0,\"data\":{\"id\":0}}", NOW)));
        assertInstanceOf(Probe.class, dialect().read(
                key.sign("{\"error\":0,\"data\":{\"id\":7,\"reference\":\"MA_GIAO_DICH_THU_NGHIEM\"}}", NOW)));
    }

    @Test
    void readShouldMakeNoPaymentOfAnError() {
        String failed = content("1001", "50000", "\"x\"").replace("\"error\":0", "\"error\":7");
        assertInstanceOf(NotPaid.class, dialect().read(key.sign(failed, NOW)));
    }

    @Test
    void readShouldNameWhatIsMissingOrNull() {
        for (String member : List.of("id", "accountNumber", "amount", "transactionDateTime")) {
            for (String other : List.of("\"x" + member + "\":", "\"" + member + "\":null,\"x\":")) {
                String content = content("1001", "50000", "\"x\"").replace("\"" + member + "\":", other);
                Malformed malformed = assertInstanceOf(Malformed.class, dialect().read(key.sign(content, NOW)),
                        content);
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
        return new Casso2Dialect(Duration.ofSeconds(300));
    }

    @Override
    protected Optional<Duration> ageMax() {
        return Optional.of(Duration.ofHours(24));
    }

    @Override
    protected Duration aheadMax() {
        return Duration.ofSeconds(300);
    }

    @Override
    protected boolean signsParsedJson() {
        return true;
    }

    @Override
    protected String id() {
        return "1001";
    }

    @Override
    protected List<String> badAmounts() {
        return List.of("0", "-0", "-50000.5", "\"--50000\"", "\"-\"", "50000.5", "10000000000000", "-10000000000000",
                "5e4",
                "\"\"", "\"50,000\"", "null", "true", "[]", "{}", "99999999999999999999999999999999999999");
    }

    @Override
    protected String content(String id, String amount, String memo) {
        return "{\"error\":0,\"data\":{\"id\":" + id + ",\"reference\":\"FT26326001\",\"description\":" + memo
                + ",\"amount\":" + amount + ",\"runningBalance\":25000000,"
                + "\"transactionDateTime\":\"2026-11-22 09:15:00\","
                + "\"accountNumber\":\"0123456789\",\"bankName\":\"VPBank\",\"bankAbbreviation\":\"VPB\","
                + "\"virtualAccountNumber\":\"V9PHO\",\"virtualAccountName\":\"\","
                + "\"counterAccountName\":\"NGUYEN VAN A\","
                + "\"counterAccountNumber\":\"0987\",\"counterAccountBankId\":\"970436\","
                + "\"counterAccountBankName\":\"VCB\"}}";
    }

    @Override
    protected CallbackRequest unsigned(String content) {
        return CallbackRequest.post(MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(content));
    }

    @Override
    protected SenderKey newKey() {
        String secret = "casso secret " + SERIAL.incrementAndGet();
        return new SenderKey() {
            @Override
            public BankKey ours(BankKeyId id) {
                return hmac(id, secret);
            }

            @Override
            public CallbackRequest sign(String content, Instant moment) {
                String time = Long.toString(moment.toEpochMilli());
                String mac = Hmac.sha512(secret, time + "." + SortedJson.print(content));
                return request(content, "t=" + time + ",v1=" + mac);
            }
        };
    }

    private static BankKey hmac(BankKeyId id, String secret) {
        return new BankKey.Hmac(id, KeyAlgorithm.HMAC_SHA512, secret.getBytes(StandardCharsets.UTF_8), "");
    }

    private static CallbackRequest request(String body, String signature) {
        return CallbackRequest.post(
                MultiMap.caseInsensitiveMultiMap().add("X-Casso-Signature", signature), Buffer.buffer(body));
    }
}
