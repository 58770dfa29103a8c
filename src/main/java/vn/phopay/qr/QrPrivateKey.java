package vn.phopay.qr;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 private key that signs QR payloads or seals. Prints and compares as nothing but its id. */
public final class QrPrivateKey {
    private final byte[] seed;
    private final QrPublicKey publicKey;

    /** Takes the 32-byte seed of RFC 8032. */
    public QrPrivateKey(byte[] seed) {
        if (seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw new QrKeyException("an Ed25519 private key has 32 bytes");
        }
        this.seed = seed.clone();
        byte[] raw = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(this.seed, 0, raw, 0);
        this.publicKey = new QrPublicKey(raw);
    }

    /** A new key from the platform's strong random source. */
    public static QrPrivateKey generate(SecureRandom random) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        Ed25519.generatePrivateKey(random, seed);
        return new QrPrivateKey(seed);
    }

    /** The half that everybody may know. */
    public QrPublicKey publicKey() {
        return publicKey;
    }

    byte[] seed() {
        return seed.clone();
    }

    /** The signature (RFC 8032, 64 bytes) over {@code message}, which begins with a name for what is signed. */
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        if (!publicKey.verifies(signature, message)) {
            throw new IllegalStateException("a fresh signature does not verify: faulty hardware?");
        }
        return signature;
    }

    @Override
    public String toString() {
        return "QrPrivateKey[" + publicKey.id() + "]";
    }
}
