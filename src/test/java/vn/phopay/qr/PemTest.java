package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PemTest {
    /** RFC 8410, section 10.3: a private key with its public half inside (version 2). */
    private static final String RFC_8410_V2 = """
        -----BEGIN PRIVATE KEY-----
        MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
        oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB
        Z9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PRIVATE KEY-----
        """;
    private static final String RFC_8410_PUBLIC = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----
        """;

    @Test
    void readShouldTakeTheStandardsExamples() {
        QrPublicKey expected = Pem.readPublic(RFC_8410_PUBLIC);
        assertEquals(expected, Pem.readPrivate(RFC_8410_V2).publicKey());
        assertEquals(RFC_8410_PUBLIC, Pem.writePublic(expected));
    }

    @Test
    void writtenKeyShouldSignAlikeInTheJdk() throws GeneralSecurityException {
        byte[] der = Pem.read("PRIVATE KEY", Pem.writePrivate(Samples.RFC_KEY));
        Signature jdk = Signature.getInstance("Ed25519");
        jdk.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der)));
        byte[] message = {1, 2, 3};
        jdk.update(message);
        assertEquals(Arrays.toString(jdk.sign()), Arrays.toString(Samples.RFC_KEY.sign(message)));
    }

    @Test
    void readPrivateShouldTakeAKeyOfTheJdk() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        QrPrivateKey key = Pem.readPrivate(Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()));
        assertEquals(Pem.write("PUBLIC KEY", pair.getPublic().getEncoded()), Pem.writePublic(key.publicKey()));
    }

    @Test
    void readShouldRefuseWhenTextIsNoSuchKey() throws GeneralSecurityException {
        String rsa = Pem.write("PRIVATE KEY",
            KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded());
        for (String pem : new String[] {"", "hello", RFC_8410_PUBLIC, rsa, RFC_8410_V2.replace("MHIC", "AAAA"),
            RFC_8410_V2.replace("PRIVATE", "ENCRYPTED PRIVATE")}) {
            assertThrows(QrKeyException.class, () -> Pem.readPrivate(pem));
        }
        assertThrows(QrKeyException.class, () -> Pem.readPublic(RFC_8410_V2));
        assertThrows(QrKeyException.class, () -> Pem.readPublic(RFC_8410_PUBLIC.replace("MCow", "MCox")));
    }
}
