package vn.phopay.bank.vnpay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.DeliveryResult;
import vn.phopay.bank.DeliveryResult.Novelty;
import vn.phopay.bank.DeliveryResult.Told;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.Dialect.Authentication.Authentic;
import vn.phopay.bank.Dialect.Authentication.Refused;
import vn.phopay.bank.Dialect.Reading.Malformed;
import vn.phopay.bank.Dialect.Reading.NotPaid;
import vn.phopay.bank.Dialect.Reading.Transactions;
import vn.phopay.bank.DialectAnswer;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.identity.BankKeyId;
import vn.phopay.identity.PaymentId;
import vn.phopay.tck.DialectTck;
import vn.phopay.testing.VnpaySender;

class VnpayDialectTest {
    private static final Dialect DIALECT = new VnpayDialect(false);
    private static final Dialect TELLING = new VnpayDialect(true);
    private static final String SECRET = "VNPAYTESTSECRETVNPAYTESTSECRET01";
    private static final BankKey KEY = key(new BankKeyId(new UUID(0, 9)), SECRET);

    /**
     * Encoded by Python's urllib.parse.quote_plus and hashed outside this project:
     * {@code printf %s "$QUERY" | openssl dgst -sha512 -hmac VNPAYTESTSECRETVNPAYTESTSECRET01}.
     */
    private static final String QUERY = "vnp_Amount=1500000&vnp_BankCode=NCB&vnp_BankTranNo=VNP14226112"
            + "&vnp_CardType=ATM&vnp_OrderInfo=Tr%E1%BA%A3+ti%E1%BB%81n+ph%E1%BB%9F%3A+b%C3%A0n+7"
            + "&vnp_PayDate=20261122091500&vnp_ResponseCode=00&vnp_TmnCode=CTTVNP01&vnp_TransactionNo=14226112"
            + "&vnp_TransactionStatus=00&vnp_TxnRef=166117";
    private static final String HASH = "1d2c8dce320844c5315e92c3e052092f713625307898690a1ec71607f6623631"
            + "2699027f9ac929c9b68db7e32adbd8e3c70e8182f1cc717849242253826d7d88";

    @Test
    void authenticateShouldAcceptWhatAnotherProgramSigned() {
        for (String hash : List.of(HASH, HASH.toUpperCase(Locale.ROOT))) {
            CallbackRequest request = get(QUERY + "&vnp_SecureHashType=HMACSHA512&vnp_SecureHash=" + hash);
            assertInstanceOf(Authentic.class, DIALECT.authenticate(List.of(KEY), request, Instant.EPOCH));
            assertEquals(QUERY, DIALECT.canonicalText(List.of(), request));
        }
    }

    /** {@code *} and {@code ~} may stand encoded or not, and hex digits in either case: only the sender knows. */
    @Test
    void authenticateShouldHashThePairsAsTheyWereReceived() {
        String query = "vnp_Amount=1500000&vnp_OrderInfo=a*b~c%7Ed%2a";
        String hash = "b7bf1e9f36453e74683471cbb7043a80d615f0b636ad557388d1dabf8c429458"
                + "c28071696ed03fc65e7656b669975eafca6c6bbd7cfe06bd521d10980462156e";
        assertTrue(accepts(query, hash));
        assertFalse(accepts(query.replace("*", "%2A"), hash));
        assertFalse(accepts(query.replace("%7E", "~"), hash));
        assertFalse(accepts(query.replace("%2a", "%2A"), hash));
    }

    /** MD5 and SHA-256 over secret and text, as before 2.1.0, and HMAC-SHA256, all by openssl. */
    @Test
    void authenticateShouldRefuseOlderHashes() {
        assertFalse(accepts(QUERY + "&vnp_SecureHashType=MD5", "ddc951f32b4abf858677d5e12aa3da3b"));
        assertFalse(accepts(QUERY + "&vnp_SecureHashType=SHA256",
                "51f8d0db88409282734991d1161eb4263e067ce982549761ac788e579ac354ac"));
        assertFalse(accepts(QUERY, "ac23fe2a009d25433b83f06848ca07c035125c6f46a6c2e36b661f0f4f8a6ff3"));
        assertFalse(accepts(QUERY, ""));
    }

    @Test
    void authenticateShouldSkipEmptyAndForeignPairsAndRefuseANameThatStandsTwice() {
        assertTrue(accepts(QUERY + "&vnp_Bill_Email=&utm_source=mail&vnp_Empty&=x", HASH));
        assertFalse(accepts(QUERY + "&vnp_TxnRef=166117", HASH));
        assertFalse(accepts(QUERY + "&vnp_SecureHash=" + HASH, HASH));
        assertFalse(accepts(QUERY + "&vnp_OrderInfo2=phở", HASH));
    }

    /** What is not signed is not read either, however it spells its name. */
    @Test
    void readShouldBelieveSignedPairsOnly() {
        String query = QUERY + "&vnp%5FAmount=9900000&Vnp_Amount=9900000&amount=9900000&vnp_SecureHash=" + HASH;
        TransactionNotice notice = notice(query);
        assertEquals(15_000, notice.amountVnd());
        assertEquals("14226112", notice.bankReference());
        assertEquals("CTTVNP01", notice.accountNumber());
        assertEquals("CTTVNP01", notice.virtualAccount());
        assertEquals("166117", notice.structuredReference());
        assertEquals("Trả tiền phở: bàn 7", notice.memo());
        assertEquals("VNP14226112", notice.bankTrace());
        assertEquals(Instant.parse("2026-11-22T02:15:00Z"), notice.bookedAt());
    }

    @Test
    void readShouldTakeANoticeForPaidOnlyWhenBothCodesAreZero() {
        for (List<String> codes : List.of(List.of("00", "02"), List.of("24", "00"), List.of("24", "02"))) {
            Map<String, String> pairs = VnpaySender.paid("1", "100");
            pairs.put("vnp_ResponseCode", codes.getFirst());
            pairs.put("vnp_TransactionStatus", codes.getLast());
            assertInstanceOf(NotPaid.class, DIALECT.read(get(VnpaySender.query(pairs))), codes.toString());
        }
    }

    @Test
    void readShouldRefuseWhatIsMissingOrWrongAndNameIt() {
        for (String name : List.of("vnp_ResponseCode", "vnp_TransactionStatus", "vnp_TransactionNo", "vnp_TmnCode",
                "vnp_Amount", "vnp_PayDate")) {
            Map<String, String> pairs = VnpaySender.paid("1", "100");
            pairs.remove(name);
            Malformed read = assertInstanceOf(Malformed.class, DIALECT.read(get(VnpaySender.query(pairs))), name);
            assertEquals(List.of("/" + name), read.faults().stream().map(Dialect.Fault::pointer).toList());
        }
        for (String time : List.of("20261322091500", "20260229091500", "2026-11-22 09:15:00", "2026112209150",
                "19991231235959", "21000101000000")) {
            Map<String, String> pairs = VnpaySender.paid("1", "100");
            pairs.put("vnp_PayDate", time);
            assertInstanceOf(Malformed.class, DIALECT.read(get(VnpaySender.query(pairs))), time);
        }
        assertInstanceOf(Malformed.class, DIALECT.read(get(QUERY.replace("%3A", "%3"))));
    }

    @Test
    void answerShouldBeOneOfItsCodesWithStatus200WhateverHappened() {
        assertEquals("00", code(DIALECT, new DeliveryResult.Acknowledged()));
        assertEquals("97", code(DIALECT, new DeliveryResult.Refused()));
        for (DeliveryResult other : List.of(new DeliveryResult.Pinged(), new DeliveryResult.Unreadable(List.of()),
                new DeliveryResult.TooLarge(), new DeliveryResult.Suspended(), new DeliveryResult.Unavailable(),
                new DeliveryResult.Failed(List.of()))) {
            assertEquals("99", code(DIALECT, other), other.toString());
        }
        assertEquals("02", code(TELLING, told(Novelty.DUPLICATE, "UNMATCHED")));
        assertEquals("02", code(TELLING, told(Novelty.CONFLICT, "UNDERPAID")));
    }

    @Test
    void answerShouldTellOfOrdersOnlyWhenItIsAsked() {
        Map<String, String> outcomeToCode = Map.of("MATCHED", "00", "OUTLET", "00", "LATE", "00", "REVERSED", "00",
                "UNMATCHED", "01", "ACCOUNT", "01", "UNDERPAID", "04", "OVERPAID", "04");
        outcomeToCode.forEach((outcome, code) -> {
            assertEquals("00", code(DIALECT, told(Novelty.STORED, outcome)), outcome);
            assertEquals(code, code(TELLING, told(Novelty.STORED, outcome)), outcome);
        });
    }

    @Test
    void isPingShouldTakeAPostForAMistake() {
        assertTrue(DIALECT.isPing(get("")));
        assertTrue(DIALECT.isPing(new CallbackRequest("HEAD", QUERY, headers(), Buffer.buffer())));
        assertFalse(DIALECT.isPing(get(QUERY)));
        assertFalse(DIALECT.isPing(CallbackRequest.post(headers(), Buffer.buffer("{}"))));
    }

    private static boolean accepts(String query, String hash) {
        CallbackRequest request = get(query + "&vnp_SecureHash=" + hash);
        Dialect.Authentication authentication = DIALECT.authenticate(List.of(KEY), request, Instant.EPOCH);
        return !(authentication instanceof Refused);
    }

    private static TransactionNotice notice(String query) {
        return assertInstanceOf(Transactions.class, DIALECT.read(get(query))).notices().getFirst();
    }

    private static DeliveryResult told(Novelty novelty, String outcome) {
        return new DeliveryResult.Recorded(List.of(new Told("1", novelty, new PaymentId(new UUID(0, 1)), outcome)));
    }

    private static String code(Dialect dialect, DeliveryResult result) {
        DialectAnswer answer = dialect.answer(result).orElseThrow();
        assertEquals(200, answer.status());
        assertEquals("application/json", answer.contentType());
        JsonObject body = new JsonObject(answer.body());
        assertFalse(body.getString("Message").isEmpty());
        return body.getString("RspCode");
    }

    private static BankKey key(BankKeyId id, String secret) {
        return new BankKey.Hmac(id, KeyAlgorithm.HMAC_SHA512, secret.getBytes(StandardCharsets.UTF_8), "");
    }

    private static CallbackRequest get(String query) {
        return new CallbackRequest("GET", query, headers(), Buffer.buffer());
    }

    private static MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap();
    }

    @Nested
    class Kit extends DialectTck {
        private static final AtomicInteger SERIAL = new AtomicInteger();

        @Override
        protected Dialect dialect() {
            return DIALECT;
        }

        @Override
        protected Optional<Duration> ageMax() {
            return Optional.empty();
        }

        /** The pairs are sorted before they are hashed, and a hash may be written in either case. */
        @Override
        protected boolean signsParsedJson() {
            return true;
        }

        @Override
        protected SenderKey newKey() {
            VnpaySender sender = new VnpaySender("secret " + SERIAL.incrementAndGet());
            return new SenderKey() {
                @Override
                public BankKey ours(BankKeyId id) {
                    return VnpayDialectTest.key(id, sender.secret());
                }

                @Override
                public CallbackRequest sign(String content, Instant moment) {
                    return get(sender.sign(content));
                }
            };
        }

        @Override
        protected String content(String id, String amount, String memo) {
            Map<String, String> pairs = VnpaySender.paid(id, "");
            pairs.remove("vnp_OrderInfo");
            String query = VnpaySender.query(pairs).replace("vnp_Amount=&", "vnp_Amount=" + amount + "&");
            String text = new JsonArray("[" + memo + "]").getString(0);
            return text == null ? query
                    : query.replace("&vnp_PayDate", "&vnp_OrderInfo=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
                            + "&vnp_PayDate");
        }

        @Override
        protected CallbackRequest unsigned(String content) {
            return get(content);
        }

        @Override
        protected String amountMember() {
            return "vnp_Amount";
        }

        @Override
        protected Map<String, Long> goodAmounts() {
            return Map.of("5000000", 50_000L, "100", 1L, "999999999999900", 9_999_999_999_999L);
        }

        @Override
        protected List<String> badAmounts() {
            return List.of("0", "00", "000", "-5000000", "5000050", "5000001", "50", "5e6", "5000000.0", "50000.00",
                    "1000000000000000", "", "%20", "5,000,000", "abc00", "%2B500", "99999999999999999999999999999900");
        }

        @Override
        protected List<String> unreadable() {
            return List.of("vnp_Test=1", "vnp_ResponseCode=00");
        }

        @Override
        protected CallbackRequest rewritten(CallbackRequest request) {
            return get(String.join("&", Arrays.asList(request.rawQuery().split("&")).reversed()));
        }
    }
}
