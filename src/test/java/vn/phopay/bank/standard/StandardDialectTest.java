package vn.phopay.bank.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.Dialect.Authentication.Authentic;
import vn.phopay.bank.Dialect.Authentication.Refused;
import vn.phopay.bank.Dialect.Reading.Malformed;
import vn.phopay.bank.Dialect.Reading.Transactions;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.PublicKeys;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.identity.BankKeyId;
import vn.phopay.tck.DialectTck;

class StandardDialectTest {
    private static final Dialect DIALECT = new StandardDialect(Duration.ofSeconds(300), 1000);
    private static final BankKeyId ID = new BankKeyId(new UUID(0, 9));
    private static final String DOCUMENTED_SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String DOCUMENTED_SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    /** The public example of Standard Webhooks; the blank in the body counts. */
    @Test
    void authenticateShouldAcceptThePublicExample() {
        MultiMap headers = headers("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", DOCUMENTED_SIGNATURE);
        BankKey key = new BankKey.Hmac(ID, Base64.getDecoder().decode(DOCUMENTED_SECRET));
        Buffer body = Buffer.buffer("{\"test\": 2432232314}");
        Instant then = Instant.ofEpochSecond(1_614_265_330);
        assertInstanceOf(Authentic.class, authenticate(key, headers, body, then));
        assertInstanceOf(Refused.class,
                authenticate(key, headers, Buffer.buffer("{\"test\":2432232314}"), then));
    }

    @Test
    void authenticateShouldTakeAnyOneGoodSignatureAndSkipUnknownVersions() {
        BankKey key = new BankKey.Hmac(ID, Base64.getDecoder().decode(DOCUMENTED_SECRET));
        Buffer body = Buffer.buffer("{\"test\": 2432232314}");
        Instant then = Instant.ofEpochSecond(1_614_265_330);
        for (String signatures : List.of(
                "v9,AAAA v1,AAAA " + DOCUMENTED_SIGNATURE,
                "nonsense " + DOCUMENTED_SIGNATURE,
                " " + DOCUMENTED_SIGNATURE)) {
            MultiMap headers = headers("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", signatures);
            assertInstanceOf(Authentic.class, authenticate(key, headers, body, then), signatures);
        }
        for (String signatures : List.of("", "v1", "v1,", "v1a" + DOCUMENTED_SIGNATURE.substring(2), "v1,***")) {
            MultiMap headers = headers("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", signatures);
            assertInstanceOf(Refused.class, authenticate(key, headers, body, then), signatures);
        }
    }

    @Test
    void authenticateShouldRefuseATimestampThatIsNoPlainInteger() {
        BankKey.Hmac key = new BankKey.Hmac(ID, new byte[] {1});
        for (String timestamp : List.of(
                "", "+1614265330", "-1", "1614265330.0", " 1614265330", "1e9", "9999999999999")) {
            byte[] text = StandardDialect.signedText("msg", timestamp, new byte[0]);
            String signature = "v1," + Base64.getEncoder().encodeToString(key.sign(text));
            assertInstanceOf(Refused.class, authenticate(key,
                    headers("msg", timestamp, signature), Buffer.buffer(), Instant.ofEpochSecond(1_614_265_330)));
        }
    }

    @Test
    void readShouldTakeABareTransactionAndAList() {
        String bare = transaction("FT1", "");
        assertEquals(1, transactions(bare).notices().size());
        String list = "{\"transactions\":[" + bare + "," + transaction("FT2", "") + "]}";
        assertEquals(List.of("FT1", "FT2"), transactions(list).notices().stream()
                .map(TransactionNotice::bankReference).toList());
    }

    @Test
    void readShouldHoldTheNumberOfTransactions() {
        assertEquals(1000, transactions(list(1000)).notices().size());
        assertInstanceOf(Malformed.class, read(list(1001)));
        assertInstanceOf(Malformed.class, read(list(0)));
    }

    @Test
    void readShouldNameEveryFaultByItsPointer() {
        String faulty = "{\"amount\":1,\"amount\":2,\"currency\":\"USD\"}";
        Malformed malformed = assertInstanceOf(Malformed.class, read(
                "{\"transactions\":[" + transaction("FT1", "") + "," + faulty + "]}"));
        List<String> pointers = malformed.faults().stream().map(Dialect.Fault::pointer).toList();
        assertTrue(pointers.containsAll(List.of(
                "/transactions/1/amount", "/transactions/1/currency", "/transactions/1/transactionId",
                "/transactions/1/accountNumber", "/transactions/1/direction", "/transactions/1/occurredAt")),
                pointers.toString());
    }

    @Test
    void readShouldNotLetAnUnstorableCharacterThrough() {
        assertEquals("a b", transactions(transaction("FT1", "\"memo\":\"a\\u0000b\",")).notices().getFirst().memo());
        assertInstanceOf(Malformed.class, read(transaction("FT\\u00001", "")));
    }

    private static Dialect.Authentication authenticate(BankKey key, MultiMap headers, Buffer body, Instant now) {
        return DIALECT.authenticate(List.of(key), CallbackRequest.post(headers, body), now);
    }

    private static Dialect.Reading read(String body) {
        return DIALECT.read(CallbackRequest.post(MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(body)));
    }

    private static Transactions transactions(String body) {
        return assertInstanceOf(Transactions.class, read(body));
    }

    private static String list(int count) {
        StringBuilder list = new StringBuilder("{\"transactions\":[");
        for (int i = 0; i < count; i++) {
            list.append(i == 0 ? "" : ",").append(transaction("FT" + i, ""));
        }
        return list.append("]}").toString();
    }

    private static String transaction(String id, String more) {
        return "{" + more + "\"transactionId\":\"" + id + "\",\"accountNumber\":\"0123456789\",\"amount\":50000,"
                + "\"currency\":\"VND\",\"direction\":\"CREDIT\",\"occurredAt\":\"2026-11-22T09:15:00+07:00\"}";
    }

    private static MultiMap headers(String id, String timestamp, String signature) {
        return MultiMap.caseInsensitiveMultiMap()
                .add("webhook-id", id)
                .add("webhook-timestamp", timestamp)
                .add("webhook-signature", signature);
    }

    @Nested
    class WithHmac extends StandardTck {
        @Override
        protected SenderKey newKey() {
            byte[] secret = ("secret " + SERIAL.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
            BankKey.Hmac signer = new BankKey.Hmac(ID, secret);
            return key("v1", id -> new BankKey.Hmac(id, secret), signer::sign);
        }
    }

    @Nested
    class WithEd25519 extends StandardTck {
        @Override
        protected SenderKey newKey() {
            KeyPair pair = pair("Ed25519", 255);
            return key("v1a",
                    id -> PublicKeys.toKey(id, KeyAlgorithm.ED25519, pair.getPublic().getEncoded()),
                    text -> sign("Ed25519", pair, text));
        }
    }

    @Nested
    class WithRsa extends StandardTck {
        @Override
        protected SenderKey newKey() {
            KeyPair pair = pair("RSA", 2048);
            return key("v1rsa",
                    id -> PublicKeys.toKey(id, KeyAlgorithm.RSA_SHA256, pair.getPublic().getEncoded()),
                    text -> sign("SHA256withRSA", pair, text));
        }
    }

    /** The kit, with what all three algorithms of this dialect share. */
    abstract static class StandardTck extends DialectTck {
        static final AtomicInteger SERIAL = new AtomicInteger();

        /** Signs a text with the sender's half of a key. */
        interface Signer {
            byte[] sign(byte[] text);
        }

        /** Makes our half of a key. */
        interface Ours {
            BankKey of(BankKeyId id);
        }

        static SenderKey key(String version, Ours ours, Signer signer) {
            return new SenderKey() {
                @Override
                public BankKey ours(BankKeyId id) {
                    return ours.of(id);
                }

                @Override
                public CallbackRequest sign(String content, Instant moment) {
                    byte[] body = content.getBytes(StandardCharsets.UTF_8);
                    String timestamp = Long.toString(moment.getEpochSecond());
                    byte[] signature = signer.sign(StandardDialect.signedText("msg_1", timestamp, body));
                    MultiMap headers =
                            headers("msg_1", timestamp, version + "," + Base64.getEncoder().encodeToString(signature));
                    return CallbackRequest.post(headers, Buffer.buffer(body));
                }
            };
        }

        static KeyPair pair(String algorithm, int bits) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
                generator.initialize(bits);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The JDK signs, so that our verification is held against another implementation. */
        static byte[] sign(String algorithm, KeyPair pair, byte[] text) {
            try {
                Signature signer = Signature.getInstance(algorithm);
                signer.initSign(pair.getPrivate());
                signer.update(text);
                return signer.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected Dialect dialect() {
            return DIALECT;
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
        protected String content(String id, String amount, String memo) {
            return "{\"transactions\":[{\"transactionId\":\"" + id + "\",\"accountNumber\":\"0123456789\",\"amount\":"
                    + amount + ",\"currency\":\"VND\",\"direction\":\"CREDIT\",\"memo\":" + memo
                    + ",\"occurredAt\":\"2026-11-22T09:15:00+07:00\",\"reversalOf\":null}]}";
        }

        @Override
        protected CallbackRequest unsigned(String content) {
            return CallbackRequest.post(MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(content));
        }
    }
}
