package vn.phopay.bank;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import vn.phopay.identity.BankKeyId;

/** Reads public keys of banks: SubjectPublicKeyInfo (RFC 5280 section 4.1) as PEM (RFC 7468) or DER. */
public final class PublicKeys {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final int RSA_BITS_MIN = 2_048;
    private static final int RSA_BITS_MAX = 8_192;
    private static final int ED25519_RAW_BYTES = 32;
    /** SubjectPublicKeyInfo of Ed25519 is this head (RFC 8410 section 10.1) and the 32 raw bytes. */
    private static final int ED25519_DER_BYTES = 44;

    private PublicKeys() {}

    /** DER of a PEM public key that really is one of {@code algorithm}; empty for anything else. */
    public static Optional<byte[]> fromPem(KeyAlgorithm algorithm, String pem) {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder()
                    .decode(text.substring(BEGIN.length(), text.length() - END.length()).strip());
            return isKeyOf(algorithm, der) ? Optional.of(der) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key in {@code der}, which {@link #fromPem} has accepted before. */
    public static BankKey toKey(BankKeyId id, KeyAlgorithm algorithm, byte[] der) {
        try {
            return algorithm == KeyAlgorithm.ED25519
                    ? new BankKey.Ed25519Public(id, ed25519Raw(der))
                    : new BankKey.RsaPublic(id, rsa(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept public key cannot be read", e);
        }
    }

    private static boolean isKeyOf(KeyAlgorithm algorithm, byte[] der) throws GeneralSecurityException {
        if (algorithm.isShared()) {
            return false;
        }
        if (algorithm == KeyAlgorithm.RSA_SHA256) {
            int bits = rsa(der) instanceof RSAPublicKey key ? key.getModulus().bitLength() : 0;
            return bits >= RSA_BITS_MIN && bits <= RSA_BITS_MAX;
        }
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
        toKey(new BankKeyId(new java.util.UUID(0, 0)), algorithm, der);
        return true;
    }

    private static PublicKey rsa(byte[] der) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
    }

    private static byte[] ed25519Raw(byte[] der) throws GeneralSecurityException {
        if (der.length != ED25519_DER_BYTES) {
            throw new GeneralSecurityException("not the SubjectPublicKeyInfo of an Ed25519 key");
        }
        return Arrays.copyOfRange(der, ED25519_DER_BYTES - ED25519_RAW_BYTES, ED25519_DER_BYTES);
    }
}
