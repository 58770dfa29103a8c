package vn.phopay.bank;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import vn.phopay.identity.BankKeyId;

/** A live key of a bank: tells whether a signature over a text is its own. Safe for use by several threads. */
public sealed interface BankKey {
    /** The key's id. */
    BankKeyId id();

    /** Whether {@code signature} is this key's over {@code text}; false for a signature of any other form. */
    boolean verifies(byte[] text, byte[] signature);

    /** A shared secret, HMAC-SHA256 (RFC 2104). */
    final class Hmac implements BankKey {
        /** JDK name of the algorithm. */
        static final String ALGORITHM = "HmacSHA256";

        private final BankKeyId id;
        private final Mac prototype;

        /** A key of {@code secret}, which must not be empty. */
        public Hmac(BankKeyId id, byte[] secret) {
            this.id = id;
            try {
                this.prototype = Mac.getInstance(ALGORITHM);
                prototype.init(new SecretKeySpec(secret, ALGORITHM));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has " + ALGORITHM, e);
            }
        }

        @Override
        public BankKeyId id() {
            return id;
        }

        @Override
        public boolean verifies(byte[] text, byte[] signature) {
            return MessageDigest.isEqual(sign(text), signature);
        }

        /** The MAC of {@code text}. A clone of the keyed prototype saves the provider look-up and the key schedule. */
        public byte[] sign(byte[] text) {
            try {
                return ((Mac) prototype.clone()).doFinal(text);
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("the JDK's HMAC can be cloned", e);
            }
        }
    }

    /**
     * An Ed25519 public key (RFC 8032), verified by BouncyCastle: the JDK's own provider takes about nine times as
     * long.
     */
    final class Ed25519Public implements BankKey {
        private final BankKeyId id;
        private final byte[] publicKey;

        /** A key of {@code publicKey}, 32 raw bytes of a valid point. */
        public Ed25519Public(BankKeyId id, byte[] publicKey) {
            this.id = id;
            this.publicKey = new Ed25519PublicKeyParameters(publicKey, 0).getEncoded();
        }

        @Override
        public BankKeyId id() {
            return id;
        }

        @Override
        public boolean verifies(byte[] text, byte[] signature) {
            return signature.length == Ed25519.SIGNATURE_SIZE
                    && Ed25519.verify(signature, 0, publicKey, 0, text, 0, text.length);
        }
    }

    /** An RSA public key, RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 section 8.2). */
    record RsaPublic(BankKeyId id, PublicKey publicKey) implements BankKey {
        private static final String ALGORITHM = "SHA256withRSA";

        @Override
        public boolean verifies(byte[] text, byte[] signature) {
            try {
                Signature verifier = Signature.getInstance(ALGORITHM);
                verifier.initVerify(publicKey);
                verifier.update(text);
                return verifier.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}
