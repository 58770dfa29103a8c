package vn.phopay.bank.momo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
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
import vn.phopay.bank.Dialect.Reading.NotPaid;
import vn.phopay.bank.Dialect.Reading.Transactions;
import vn.phopay.bank.DialectAnswer;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.identity.BankKeyId;
import vn.phopay.identity.PaymentId;
import vn.phopay.tck.DialectTck;
import vn.phopay.testing.MomoSender;

class MomoDialectTest {
    private static final Dialect DIALECT = new MomoDialect();
    private static final BankKeyId ID = new BankKeyId(new UUID(0, 9));
    /** The keys of MoMo's public test system. */
    private static final MomoSender SENDER = new MomoSender("F8BBA842ECF85", "K951B6PE1waDMi640xX08PD3vg6EkVlz");

    private static final String SAMPLE = "{\"partnerCode\":\"MOMO_TEST\",\"orderId\":\"PP7K3M9Q2X\","
            + "\"requestId\":\"r-1\",\"amount\":50000,\"orderInfo\":\"Trả tiền phở & chè = ngon\","
            + "\"orderType\":\"momo_wallet\",\"transId\":4088878653123,\"resultCode\":0,\"message\":\"Thành công.\","
            + "\"payType\":\"qr\",\"responseTime\":1795313700123,\"extraData\":\"\",\"signature\":\"%s\"}";
    private static final String SAMPLE_TEXT = "accessKey=F8BBA842ECF85&amount=50000&extraData=&message=Thành công."
            + "&orderId=PP7K3M9Q2X&orderInfo=Trả tiền phở & chè = ngon&orderType=momo_wallet&partnerCode=MOMO_TEST"
            + "&payType=qr&requestId=r-1&responseTime=1795313700123&resultCode=0&transId=4088878653123";
    /** {@code printf %s "$SAMPLE_TEXT" | openssl dgst -sha256 -hmac K951B6PE1waDMi640xX08PD3vg6EkVlz}. */
    private static final String SAMPLE_SIGNATURE =
            "3424c0ee4dded4db77de5e8227687ddb43bf96938711d16ab9334de6cc7a54f6";

    @Test
    void authenticateShouldAcceptWhatAnotherProgramSigned() {
        CallbackRequest request = post(SAMPLE.formatted(SAMPLE_SIGNATURE));
        assertInstanceOf(Authentic.class, authenticate(SENDER, request));
        assertEquals(SAMPLE_TEXT, DIALECT.canonicalText(List.of(key(ID, SENDER)), request));
        assertEquals(SAMPLE_TEXT.replace("F8BBA842ECF85", ""), DIALECT.canonicalText(List.of(), request));
    }

    @Test
    void authenticateShouldRefuseAnotherAccessKeyUnderTheSameSecret() {
        CallbackRequest request = post(SAMPLE.formatted(SAMPLE_SIGNATURE));
        assertInstanceOf(Refused.class, authenticate(new MomoSender("F8BBA842ECF86", SENDER.secret()), request));
        assertInstanceOf(Refused.class, authenticate(new MomoSender("", SENDER.secret()), request));
    }

    @Test
    void readShouldGiveBothPlacesWhereACodeMayStand() {
        TransactionNotice notice = notice(SAMPLE.formatted(""));
        assertEquals("4088878653123", notice.bankReference());
        assertEquals("PP7K3M9Q2X", notice.structuredReference());
        assertEquals("Trả tiền phở & chè = ngon", notice.memo());
        assertEquals(50_000, notice.amountVnd());
        assertEquals(Instant.ofEpochMilli(1_795_313_700_123L), notice.bookedAt());
    }

    @Test
    void readShouldNameTheAccountByTheLettersAndDigitsOfThePartner() {
        TransactionNotice notice = notice(SAMPLE.formatted(""));
        assertEquals("MOMOTEST", notice.accountNumber());
        assertEquals("MOMOTEST", notice.virtualAccount());
        assertInstanceOf(Malformed.class, read(SAMPLE.replace("MOMO_TEST", "__")));
    }

    @Test
    void readShouldTakeEveryOtherResultForNotPaid() {
        for (String code : List.of("1006", "9000", "\"1006\"", "-1", "\"00\"")) {
            assertInstanceOf(NotPaid.class, read(SAMPLE.replace("\"resultCode\":0", "\"resultCode\":" + code)), code);
        }
        assertInstanceOf(Malformed.class, read(SAMPLE.replace("\"resultCode\":0", "\"resultCode\":null")));
    }

    /**
     * A payer who writes the order's text could have {@code a&orderType=..&partnerCode=OTHER&payType=} signed and then
     * cut the same text so that another partner was paid.
     */
    @Test
    void readShouldRefuseATextThatCouldBeCutInTwoWays() {
        String written = MomoSender.paid("1", "50000", "\"a&orderType=t&partnerCode=OTHER&payType=q\"");
        String cut = MomoSender.paid("1", "50000", "\"a\"")
                .replace("momo_wallet", "t").replace("MOMO_TEST", "OTHER")
                .replace("\"payType\":\"qr\"",
                        "\"payType\":\"q&orderType=momo_wallet&partnerCode=MOMO_TEST&payType=qr\"");
        assertEquals(SENDER.text(written), SENDER.text(cut));
        for (String body : List.of(written, cut)) {
            assertInstanceOf(Authentic.class, authenticate(SENDER, post(SENDER.sign(body))));
            assertInstanceOf(Malformed.class, read(SENDER.sign(body)));
        }
    }

    @Test
    void readShouldRefuseWhatIsMissingOrWrongAndNameIt() {
        for (String name : List.of("transId", "partnerCode", "amount", "responseTime", "resultCode")) {
            Malformed read = assertInstanceOf(
                    Malformed.class, read(SAMPLE.replace('"' + name + "\":", "\"other\":")), name);
            assertEquals(List.of("/" + name), read.faults().stream().map(Dialect.Fault::pointer).toList());
        }
        assertInstanceOf(Malformed.class, read(SAMPLE.replace("1795313700123", "1795313700")));
    }

    @Test
    void answerShouldBe204WithNothingForAllThatIsKept() {
        for (Novelty novelty : Novelty.values()) {
            DeliveryResult told = new DeliveryResult.Recorded(
                    List.of(new Told("1", novelty, new PaymentId(new UUID(0, 1)), "OUTLET")));
            assertEquals(Optional.of(DialectAnswer.empty(204)), DIALECT.answer(told));
        }
        assertEquals(Optional.of(DialectAnswer.empty(204)), DIALECT.answer(new DeliveryResult.Acknowledged()));
        assertEquals(Optional.of(DialectAnswer.empty(204)), DIALECT.answer(new DeliveryResult.Pinged()));
    }

    /** The service's own problem then has the HTTP status that MoMo goes by. */
    @Test
    void answerShouldBeLeftToTheStatusForAllThatIsNotKept() {
        for (DeliveryResult other : List.of(new DeliveryResult.Refused(), new DeliveryResult.Unreadable(List.of()),
                new DeliveryResult.TooLarge(), new DeliveryResult.Suspended(), new DeliveryResult.Unavailable(),
                new DeliveryResult.Failed(List.of()))) {
            assertTrue(DIALECT.answer(other).isEmpty(), other.toString());
        }
    }

    private static Dialect.Authentication authenticate(MomoSender held, CallbackRequest request) {
        return DIALECT.authenticate(List.of(key(ID, held)), request, Instant.EPOCH);
    }

    private static Dialect.Reading read(String body) {
        return DIALECT.read(post(body));
    }

    private static TransactionNotice notice(String body) {
        return assertInstanceOf(Transactions.class, read(body)).notices().getFirst();
    }

    private static BankKey key(BankKeyId id, MomoSender sender) {
        byte[] secret = sender.secret().getBytes(StandardCharsets.UTF_8);
        return new BankKey.Hmac(id, KeyAlgorithm.HMAC_SHA256, secret, sender.accessKey());
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

        @Override
        protected boolean signsParsedJson() {
            return true;
        }

        @Override
        protected SenderKey newKey() {
            MomoSender sender = new MomoSender("access", "secret " + SERIAL.incrementAndGet());
            return new SenderKey() {
                @Override
                public BankKey ours(BankKeyId id) {
                    return MomoDialectTest.key(id, sender);
                }

                @Override
                public CallbackRequest sign(String content, Instant moment) {
                    return post(sender.sign(content));
                }
            };
        }

        @Override
        protected String content(String id, String amount, String memo) {
            return MomoSender.paid(id, amount, memo);
        }

        @Override
        protected CallbackRequest unsigned(String content) {
            return post(content);
        }
    }
}
