package vn.phopay.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.standard.StandardDialect;
import vn.phopay.identity.BankKeyId;
import vn.phopay.qr.Pem;

/** What the simulator signs, the standard dialect accepts, and nothing else. */
class CallbackSignerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:15:00Z");
    private static final BankKeyId ID = new BankKeyId(UUID.randomUUID());
    private static final StandardDialect STANDARD = new StandardDialect(Duration.ofMinutes(5), 1_000);
    private static final int ED25519_KEY_BYTES = 32;

    @Test
    void hmacShouldMatchThePublishedExampleOfStandardWebhooks() {
        CallbackSigner signer = CallbackSigner.hmac("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signer.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330",
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void hmacShouldBeAcceptedByTheDialect() {
        byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        CallbackSigner signer = CallbackSigner.hmac("whsec_" + Base64.getEncoder().encodeToString(secret));
        assertAcceptedOnlyAsSigned(signer, new BankKey.Hmac(ID, secret));
    }

    @Test
    void ed25519ShouldBeAcceptedByTheDialect() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] der = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(der, der.length - ED25519_KEY_BYTES, der.length);
        assertAcceptedOnlyAsSigned(signer(KeyAlgorithm.ED25519, pair), new BankKey.Ed25519Public(ID, raw));
    }

    @Test
    void rsaShouldBeAcceptedByTheDialect() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        assertAcceptedOnlyAsSigned(signer(KeyAlgorithm.RSA_SHA256, pair), new BankKey.RsaPublic(ID, pair.getPublic()));
    }

    @Test
    void signersShouldRefuseKeysOfAnotherForm() throws Exception {
        KeyPair ed25519 = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThrows(IllegalArgumentException.class, () -> CallbackSigner.hmac("whsec_"));
        assertThrows(IllegalArgumentException.class, () -> CallbackSigner.hmac("secret"));
        assertThrows(IllegalArgumentException.class, () -> CallbackSigner.hmac("whsec_*"));
        assertThrows(IllegalArgumentException.class, () -> signer(KeyAlgorithm.RSA_SHA256, ed25519));
        assertThrows(IllegalArgumentException.class, () -> signer(KeyAlgorithm.HMAC_SHA256, ed25519));
        assertThrows(IllegalArgumentException.class, () -> CallbackSigner.ofPem(KeyAlgorithm.ED25519, "no PEM"));
    }

    private static CallbackSigner signer(KeyAlgorithm algorithm, KeyPair pair) {
        return CallbackSigner.ofPem(algorithm, Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private static void assertAcceptedOnlyAsSigned(CallbackSigner signer, BankKey key) {
        Buffer body = Buffer.buffer("{\"transactions\": []}");
        String timestamp = Long.toString(NOW.getEpochSecond());
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("webhook-id", "msg_1")
                .add("webhook-timestamp", timestamp)
                .add("webhook-signature", signer.sign("msg_1", timestamp, body.getBytes()));
        assertInstanceOf(Dialect.Authentication.Authentic.class,
                STANDARD.authenticate(List.of(key), CallbackRequest.post(headers, body), NOW));
        assertInstanceOf(Dialect.Authentication.Refused.class,
                STANDARD.authenticate(List.of(key),
                        CallbackRequest.post(headers, Buffer.buffer("{\"transactions\": [] }")), NOW));
    }
}
