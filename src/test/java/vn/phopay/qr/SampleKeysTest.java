package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleKeysTest {
    private static final Path DIRECTORY = Path.of("keys-sample");

    @Test
    void isSampleShouldKnowTheQrKeyInEveryForm() throws IOException {
        QrPrivateKey key = Pem.readPrivate(read("qr/qr-SBOZgNnD.pem"));
        assertEquals("SBOZgNnD", key.publicKey().id());
        assertEquals(key.publicKey(), Pem.readPublic(read("qr/qr-SBOZgNnD.pub.pem")));
        assertEquals(key.publicKey(), Jwks.read(read("qr/jwks.json")).keys().getFirst().key());
        assertTrue(SampleKeys.isSample(key.publicKey().raw()));
        assertTrue(SampleKeys.isSample(Pem.subjectPublicKeyInfo(key.publicKey())));
    }

    @ParameterizedTest
    @CsvSource({"bank/bank-ed25519, Ed25519, Ed25519", "bank/bank-rsa-2048, RSA, SHA256withRSA"})
    void isSampleShouldKnowBankPairsAndPairsShouldBelongTogether(String name, String kind, String algorithm)
        throws IOException, GeneralSecurityException {
        byte[] publicKey = Pem.read("PUBLIC KEY", read(name + ".pub.pem"));
        byte[] privateKey = Pem.read("PRIVATE KEY", read(name + ".pem"));
        assertTrue(SampleKeys.isSample(publicKey));

        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        byte[] signed = signature.sign();
        signature.initVerify(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(publicKey)));
        assertTrue(signature.verify(signed));
    }

    @Test
    void isSampleSecretShouldKnowTheBankSecret() throws IOException {
        String secret = read("bank/bank-hmac-sha256.txt");
        assertTrue(SampleKeys.isSampleSecret(secret));
        assertTrue(SampleKeys.isSampleSecret(secret.strip()));
        assertFalse(SampleKeys.isSampleSecret("whsec_" + "A".repeat(43) + "="));
        assertFalse(SampleKeys.isSampleSecret("whsec_%%%"));
    }

    @Test
    void isSampleShouldKnowTheStandardsTestKeysAndNoOthers() {
        assertTrue(SampleKeys.isSample(Samples.RFC_KEY.publicKey().raw()));
        assertTrue(SampleKeys.isSample(Samples.OTHER_KEY.publicKey().raw()));
        assertFalse(SampleKeys.isSample(QrPrivateKey.generate(new SecureRandom()).publicKey().raw()));
    }

    private static String read(String file) throws IOException {
        return Files.readString(DIRECTORY.resolve(file));
    }
}
