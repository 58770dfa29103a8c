package vn.phopay.bank.zalopay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import vn.phopay.bank.Dialect.Reading.Transactions;
import vn.phopay.bank.DialectAnswer;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.identity.BankKeyId;
import vn.phopay.identity.PaymentId;
import vn.phopay.tck.DialectTck;
import vn.phopay.testing.ZalopaySender;

class ZalopayDialectTest {
    private static final Dialect DIALECT = new ZalopayDialect();
    private static final BankKeyId ID = new BankKeyId(new UUID(0, 9));
    /** The key2 of app 2553 of ZaloPay's public test system. */
    private static final ZalopaySender SENDER = new ZalopaySender("kLtgPl8HHhfvMuDHPwKfgfsY4Ydm9eIz");

    private static final String SAMPLE = "{\"app_id\":2553,\"app_trans_id\":\"261122_PP7K3M9Q2X\","
            + "\"app_time\":1795313690000,\"app_user\":\"user123\",\"amount\":50000,"
            + "\"embed_data\":\"{\\\"note\\\":\\\"Phở\\\"}\",\"item\":\"[]\",\"zp_trans_id\":261122000000175,"
            + "\"server_time\":1795313700123,\"channel\":38,\"merchant_user_id\":\"\",\"user_fee_amount\":0,"
            + "\"discount_amount\":0}";
    /** {@code printf %s "$SAMPLE" | openssl dgst -sha256 -hmac kLtgPl8HHhfvMuDHPwKfgfsY4Ydm9eIz}. */
    private static final String SAMPLE_MAC = "19e981a255a10981bddd64ac6e2632642861387b509fab169e7226fcd5d47279";

    @Test
    void authenticateShouldAcceptWhatAnotherProgramSigned() {
        CallbackRequest request = post(ZalopaySender.body(SAMPLE, SAMPLE_MAC));
        assertInstanceOf(Authentic.class, authenticate(request));
        assertEquals(SAMPLE, DIALECT.canonicalText(List.of(), request));
    }

    /** However the outer JSON escapes the text, it is the text itself that is signed, to its last blank. */
    @Test
    void authenticateShouldSignTheTextAndNotItsWritingNorItsMeaning() {
        String body = ZalopaySender.body(SAMPLE, SAMPLE_MAC);
        String escaped = body.replace("ở", "\\u1edf").replace("/", "\\/");
        assertInstanceOf(Authentic.class, authenticate(post(escaped)));
        assertEquals(DIALECT.read(post(body)), DIALECT.read(post(escaped)));
        String spaced = SAMPLE.replace("\"amount\":50000", "\"amount\": 50000");
        assertInstanceOf(Refused.class, authenticate(post(ZalopaySender.body(spaced, SAMPLE_MAC))));
        String reordered = new JsonObject(SAMPLE).put("app_id", 2553).encode();
        assertEquals(SAMPLE, reordered, "written as Vert.x writes it");
        JsonObject moved = new JsonObject(SAMPLE);
        moved.remove("app_id");
        assertInstanceOf(Refused.class,
                authenticate(post(ZalopaySender.body(moved.put("app_id", 2553).encode(), SAMPLE_MAC))));
    }

    @Test
    void readShouldBelieveWhatStandsInsideTheSignedText() {
        String body = new JsonObject(ZalopaySender.body(SAMPLE, SAMPLE_MAC)).put("amount", 1).put("type", 2).encode();
        Transactions read = assertInstanceOf(Transactions.class, DIALECT.read(post(body)));
        TransactionNotice notice = read.notices().getFirst();
        assertEquals("261122000000175", notice.bankReference());
        assertEquals("2553", notice.accountNumber());
        assertEquals("2553", notice.virtualAccount());
        assertEquals(50_000, notice.amountVnd());
        assertEquals("261122_PP7K3M9Q2X", notice.structuredReference());
        assertEquals("{\"note\":\"Phở\"}", notice.memo());
        assertEquals(Instant.ofEpochMilli(1_795_313_700_123L), notice.bookedAt());
    }

    @Test
    void readShouldRefuseWhatIsMissingOrWrongAndNameIt() {
        for (String name : List.of("zp_trans_id", "app_id", "amount", "server_time")) {
            String data = SAMPLE.replace('"' + name + "\":", "\"other\":");
            Malformed read = assertInstanceOf(Malformed.class, DIALECT.read(post(SENDER.sign(data))), name);
            assertEquals(List.of("/data/" + name), read.faults().stream().map(Dialect.Fault::pointer).toList());
        }
        for (String data : List.of("", "50000", "[]", "\"{}\"", SAMPLE + SAMPLE, SAMPLE.substring(1))) {
            assertInstanceOf(Authentic.class, authenticate(post(SENDER.sign(data))));
            assertInstanceOf(Malformed.class, DIALECT.read(post(SENDER.sign(data))), data);
        }
    }

    @Test
    void answerShouldBeOneOfItsCodesWithStatus200WhateverHappened() {
        assertEquals(1, code(told(Novelty.STORED)));
        assertEquals(2, code(told(Novelty.DUPLICATE)));
        assertEquals(2, code(told(Novelty.CONFLICT)));
        assertEquals(1, code(new DeliveryResult.Acknowledged()));
        for (DeliveryResult refused : List.of(new DeliveryResult.Refused(), new DeliveryResult.Unreadable(List.of()),
                new DeliveryResult.TooLarge(), new DeliveryResult.Pinged())) {
            assertEquals(-1, code(refused), refused.toString());
        }
        for (DeliveryResult again : List.of(new DeliveryResult.Unavailable(), new DeliveryResult.Failed(List.of()),
                new DeliveryResult.Suspended())) {
            assertEquals(0, code(again), again.toString());
        }
    }

    private static Dialect.Authentication authenticate(CallbackRequest request) {
        return DIALECT.authenticate(List.of(key(ID, SENDER)), request, Instant.EPOCH);
    }

    private static DeliveryResult told(Novelty novelty) {
        return new DeliveryResult.Recorded(List.of(new Told("1", novelty, new PaymentId(new UUID(0, 1)), "OUTLET")));
    }

    private static int code(DeliveryResult result) {
        DialectAnswer answer = DIALECT.answer(result).orElseThrow();
        assertEquals(200, answer.status());
        assertEquals("application/json", answer.contentType());
        return new JsonObject(answer.body()).getInteger("return_code");
    }

    private static BankKey key(BankKeyId id, ZalopaySender sender) {
        return new BankKey.Hmac(id, sender.key2().getBytes(StandardCharsets.UTF_8));
    }

    private static CallbackRequest post(String body) {
        return CallbackRequest.post(MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(body));
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

        /** The outer JSON may be written anew; that the inner one may not has a test of its own. */
        @Override
        protected boolean signsParsedJson() {
            return true;
        }

        @Override
        protected SenderKey newKey() {
            ZalopaySender sender = new ZalopaySender("key2 " + SERIAL.incrementAndGet());
            return new SenderKey() {
                @Override
                public BankKey ours(BankKeyId id) {
                    return ZalopayDialectTest.key(id, sender);
                }

                @Override
                public CallbackRequest sign(String content, Instant moment) {
                    return post(sender.sign(content));
                }
            };
        }

        @Override
        protected String content(String id, String amount, String memo) {
            return ZalopaySender.paid(id, amount, memo);
        }

        @Override
        protected CallbackRequest unsigned(String content) {
            return post(ZalopaySender.body(content, ""));
        }
    }
}
