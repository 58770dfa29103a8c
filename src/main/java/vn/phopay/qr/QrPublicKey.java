package vn.phopay.qr;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * An Ed25519 public key (RFC 8032) that checks QR signatures. Weak points (small order, not on the curve) are
 * refused.
 */
public final class QrPublicKey {
    /** Length of the raw key in bytes. */
    public static final int RAW_LENGTH = Ed25519.PUBLIC_KEY_SIZE;
    private static final int ID_BYTES = 6;

    private final byte[] raw;
    private final String id;

    /** Takes the 32 raw bytes; {@link QrKeyException} when they are no usable key. */
    public QrPublicKey(byte[] raw) {
        if (raw.length != RAW_LENGTH || !Ed25519.validatePublicKeyFull(raw, 0)) {
            throw new QrKeyException("not a usable Ed25519 public key");
        }
        this.raw = raw.clone();
        this.id = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256(raw), ID_BYTES));
    }

    /** Key id: base64url of the first 6 bytes of SHA-256 of the raw key, 8 characters. Two keys may share one. */
    public String id() {
        return id;
    }

    /** The 32 raw bytes. */
    public byte[] raw() {
        return raw.clone();
    }

    /** Whether {@code signature} is this key's over {@code message}; one of another length is not. */
    public boolean verifies(byte[] signature, byte[] message) {
        return signature.length == Ed25519.SIGNATURE_SIZE
            && Ed25519.verify(signature, 0, raw, 0, message, 0, message.length);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QrPublicKey key && Arrays.equals(key.raw, raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return "QrPublicKey[" + id + "]";
    }
}
