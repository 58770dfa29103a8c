package vn.phopay.bank;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
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

    /** A shared secret that signs, HMAC (RFC 2104). */
    final class Hmac implements BankKey {
        private final BankKeyId id;
        private final KeyAlgorithm algorithm;
        private final String accessKey;
        private final Mac prototype;

        /** A key of {@code secret}, which must not be empty, for HMAC-SHA256. */
        public Hmac(BankKeyId id, byte[] secret) {
            this(id, KeyAlgorithm.HMAC_SHA256, secret, "");
        }

        /**
         * A key of {@code secret}, which must not be empty.
         *
         * @param algorithm one of the two HMACs
         * @param accessKey the sender's name of it, part of the text it signs; empty where it has none
         */
        public Hmac(BankKeyId id, KeyAlgorithm algorithm, byte[] secret, String accessKey) {
            this.id = id;
            this.algorithm = algorithm;
            this.accessKey = accessKey;
            String name = jdkName(algorithm);
            try {
                this.prototype = Mac.getInstance(name);
                prototype.init(new SecretKeySpec(secret, name));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has " + name, e);
            }
        }

        private static String jdkName(KeyAlgorithm algorithm) {
            return switch (algorithm) {
                case HMAC_SHA256 -> "HmacSHA256";
                case HMAC_SHA512 -> "HmacSHA512";
                case ED25519, RSA_SHA256, API_KEY, BASIC ->
                    throw new IllegalArgumentException("no HMAC: " + algorithm.text());
            };
        }

        @Override
        public BankKeyId id() {
            return id;
        }

        /** Which of the HMACs it is. */
        public KeyAlgorithm algorithm() {
            return algorithm;
        }

        /** The sender's name of it; empty where it has none. */
        public String accessKey() {
            return accessKey;
        }

        @Override
        public boolean verifies(byte[] text, byte[] signature) {
            return MessageDigest.isEqual(sign(text), signature);
        }

        /** Whether {@code hex}, in either case, is this key's signature over {@code text}. */
        public boolean verifiesHex(byte[] text, String hex) {
            try {
                return verifies(text, HexFormat.of().parseHex(hex));
            } catch (IllegalArgumentException e) {
                return false;
            }
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

    /** A shared secret that is sent along: an API key, or a password with its user. It signs nothing. */
    final class Shared implements BankKey {
        private final BankKeyId id;
        private final String user;
        private final byte[] secret;

        /**
         * A key of {@code secret}, which must not be empty.
         *
         * @param user whose password it is; empty for an API key
         */
        public Shared(BankKeyId id, String user, byte[] secret) {
            this.id = id;
            this.user = user;
            this.secret = secret.clone();
        }

        @Override
        public BankKeyId id() {
            return id;
        }

        /** Whose password it is; empty for an API key. */
        public String user() {
            return user;
        }

        /** Whether {@code user} and {@code presented} are this key's; both are compared, in constant time. */
        public boolean matches(String user, String presented) {
            boolean same = MessageDigest.isEqual(
                    this.user.getBytes(StandardCharsets.UTF_8), user.getBytes(StandardCharsets.UTF_8));
            return verifies(new byte[0], presented.getBytes(StandardCharsets.UTF_8)) & same;
        }

        /** Whether {@code signature} is the secret itself; it is over no text. */
        @Override
        public boolean verifies(byte[] text, byte[] signature) {
            return MessageDigest.isEqual(secret, signature);
        }

        /** A key for HMAC-SHA256 that only holders of this secret can make, told apart by {@code purpose}. */
        public Hmac derive(String purpose) {
            return new Hmac(id, new Hmac(id, secret).sign(purpose.getBytes(StandardCharsets.UTF_8)));
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
