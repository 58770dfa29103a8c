package vn.phopay.bank.sepay;

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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.DeliveryResults;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.Dialect.Authentication.Authentic;
import vn.phopay.bank.Dialect.Authentication.Refused;
import vn.phopay.bank.Dialect.Reading.Malformed;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.identity.BankKeyId;
import vn.phopay.tck.DialectTck;
import vn.phopay.testing.Hmac;

class SepayDialectTest {
    private static final Dialect DIALECT = new SepayDialect(Duration.ofSeconds(300));
    private static final AtomicInteger SERIAL = new AtomicInteger();

    /** The kit, with what both ways of proof share. */
    abstract static class SepayTck extends DialectTck {
        @Override
        protected Dialect dialect() {
            return DIALECT;
        }

        @Override
        protected boolean signsParsedJson() {
            return false;
        }

        @Override
        protected String id() {
            return "1001";
        }

        @Override
        protected String amountMember() {
            return "transferAmount";
        }

        @Override
        protected String content(String id, String amount, String memo) {
            return "{\"id\":" + id + ",\"gateway\":\"Vietcombank\",\"transactionDate\":\"2026-11-22 09:15:00\","
                    + "\"accountNumber\":\"0123456789\",\"subAccount\":null,\"code\":null,\"content\":" + memo
                    + ",\"transferType\":\"in\",\"transferAmount\":" + amount + ",\"accumulated\":19077000,"
                    + "\"referenceCode\":\"FT26326001\",\"description\":\"x\"}";
        }

        @Override
        protected CallbackRequest unsigned(String content) {
            return CallbackRequest.post(MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(content));
        }

        static CallbackRequest with(String content, String... headers) {
            MultiMap map = MultiMap.caseInsensitiveMultiMap();
            for (int i = 0; i < headers.length; i += 2) {
                map.add(headers[i], headers[i + 1]);
            }
            return CallbackRequest.post(map, Buffer.buffer(content));
        }
    }

    @Nested
    class WithHmac extends SepayTck {
        @Override
        protected Optional<Duration> ageMax() {
            return Optional.of(Duration.ofSeconds(300));
        }

        @Override
        protected SenderKey newKey() {
            String secret = "sepay secret " + SERIAL.incrementAndGet();
            return new SenderKey() {
                @Override
                public BankKey ours(BankKeyId id) {
                    return new BankKey.Hmac(id, secret.getBytes(StandardCharsets.UTF_8));
                }

                @Override
                public CallbackRequest sign(String content, Instant moment) {
                    String time = Long.toString(moment.getEpochSecond());
                    return with(content, "x-sepay-timestamp", time,
                            "x-sepay-signature", "sha256=" + Hmac.sha256(secret, time + "." + content));
                }
            };
        }

        /** Made with Python's hmac, so that nothing of ours or of the JDK's agrees with itself only. */
        @Test
        void authenticateShouldAcceptAFixedExampleInEitherCaseOfHex() {
            BankKey fixed = new BankKey.Hmac(ours.id(), "sepay-secret-0123456789".getBytes(StandardCharsets.UTF_8));
            String body = "{\"id\":1234567890123,\"content\":\"Trả tiền phở\"}";
            String mac = "8a89636fe67feff5ddde1f362f9255844e829acd96708e39171b4c8acb0e7f11";
            for (String hex : List.of(mac, mac.toUpperCase(Locale.ROOT))) {
                CallbackRequest request = with(body, "X-SePay-Timestamp", "1795313700", "X-SePay-Signature",
                        "sha256=" + hex);
                assertEquals("1795313700." + body, DIALECT.canonicalText(List.of(), request));
                assertInstanceOf(Authentic.class, authenticate(List.of(fixed), request, NOW));
            }
            for (String header : List.of("", mac, "sha512=" + mac, "sha256=", "sha256=" + mac.substring(1))) {
                CallbackRequest request = with(body, "X-SePay-Timestamp", "1795313700", "X-SePay-Signature", header);
                assertInstanceOf(Refused.class, authenticate(List.of(fixed), request, NOW), header);
            }
        }

        /** An endpoint that signs is never let in by the key alone. */
        @Test
        void authenticateShouldRefuseAnApiKeyWhereTheEndpointSigns() {
            CallbackRequest request = with(good().rawBody().toString(), "authorization", "Apikey sepay secret 1");
            assertInstanceOf(Refused.class, authenticate(List.of(ours), request, NOW));
        }
    }

    @Nested
    class WithApiKey extends SepayTck {
        @Override
        protected Optional<Duration> ageMax() {
            return Optional.empty();
        }

        @Override
        protected boolean signsContent() {
            return false;
        }

        @Override
        protected SenderKey newKey() {
            String secret = "sepay-key-" + SERIAL.incrementAndGet();
            return new SenderKey() {
                @Override
                public BankKey ours(BankKeyId id) {
                    return new BankKey.Shared(id, "", secret.getBytes(StandardCharsets.UTF_8));
                }

                @Override
                public CallbackRequest sign(String content, Instant moment) {
                    return with(content, "authorization", "Apikey " + secret);
                }
            };
        }

        @Test
        void authenticateShouldTakeTheKeyAndNothingLikeIt() {
            BankKey fixed = new BankKey.Shared(ours.id(), "", "0123456789abcdef".getBytes(StandardCharsets.UTF_8));
            for (String header : List.of("Apikey 0123456789abcdef", "APIKEY 0123456789abcdef",
                    "apikey  0123456789abcdef")) {
                assertInstanceOf(Authentic.class, authenticate(List.of(fixed), with("{}", "authorization", header),
                        NOW));
            }
            for (String header : List.of("", "Apikey", "Apikey ", "Apikey 0123456789abcde", "Apikey 0123456789abcdef0",
                    "Apikey 0123456789ABCDEF", "Bearer 0123456789abcdef", "0123456789abcdef")) {
                assertInstanceOf(Refused.class,
                        authenticate(List.of(fixed), with("{}", "authorization", header), NOW), header);
            }
        }
    }

    @Nested
    class Reading {
        @Test
        void readShouldTakeTransferTraceAndSubAccount() {
            TransactionNotice notice = one("\"subAccount\":null", "\"subAccount\":\"V9PHO\"");
            assertEquals("1001", notice.bankReference());
            assertEquals("FT26326001", notice.bankTrace());
            assertEquals("V9PHO", notice.virtualAccount());
            assertEquals(Direction.CREDIT, notice.direction());
            assertEquals(Instant.parse("2026-11-22T02:15:00Z"), notice.bookedAt());
        }

        @Test
        void readShouldTakeMoneyThatWentOutAsADebit() {
            assertEquals(Direction.DEBIT, one("\"transferType\":\"in\"", "\"transferType\":\"out\"").direction());
        }

        @Test
        void readShouldNameWhatIsMissingOrNull() {
            for (String member : List.of("id", "accountNumber", "transferAmount", "transactionDate", "transferType")) {
                for (String other : List.of("\"x" + member + "\":", "\"" + member + "\":null,\"x\":")) {
                    Malformed malformed = assertInstanceOf(Malformed.class, read("\"" + member + "\":", other));
                    assertEquals(List.of("/" + member),
                            malformed.faults().stream().map(Dialect.Fault::pointer).toList());
                }
            }
        }

        private TransactionNotice one(String from, String to) {
            return assertInstanceOf(Dialect.Reading.Transactions.class, read(from, to)).notices().getFirst();
        }

        private Dialect.Reading read(String from, String to) {
            String content = new WithApiKey().content("1001", "50000", "\"x\"").replace(from, to);
            return DIALECT.read(SepayTck.with(content));
        }
    }

    @Test
    void keysShouldBeOfOneKindAtATimeAndNeverNone() {
        assertEquals(List.of(KeyAlgorithm.HMAC_SHA256, KeyAlgorithm.API_KEY), DIALECT.keyPolicy().algorithms());
        assertEquals(false, DIALECT.keyPolicy().mixed());
        BankKeyId id = new BankKeyId(new UUID(4, 4));
        assertInstanceOf(Refused.class, DIALECT.authenticate(
                List.of(new BankKey.Shared(id, "", new byte[] {1})), SepayTck.with("{}"), Instant.EPOCH));
    }

    @Test
    void answersShouldBeThoseThatTheSenderExpects() {
        DeliveryResults.ofSuccessSenders().forEach((result, expected) ->
                assertEquals(expected, DeliveryResults.told(DIALECT, result), result.toString()));
    }
}
