package vn.phopay.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.standard.StandardDialect;
import vn.phopay.identity.BankKeyId;
import vn.phopay.qr.Pem;
import vn.phopay.qr.QrKeyException;
import vn.phopay.simulator.sender.Sender;
import vn.phopay.simulator.sender.Senders;

/** Signs callbacks as a bank does, by the Standard Webhooks scheme and our {@code v1rsa}. */
public final class CallbackSigner {
    private static final String SECRET_PREFIX = "whsec_";
    private static final BankKeyId NAMELESS = new BankKeyId(new UUID(0, 0));

    private final String version;
    private final UnaryOperator<byte[]> signature;

    private CallbackSigner(String version, UnaryOperator<byte[]> signature) {
        this.version = version;
        this.signature = signature;
    }

    /**
     * Signs by HMAC-SHA256.
     *
     * @throws IllegalArgumentException where {@code secret} is not {@code whsec_} and base64
     */
    public static CallbackSigner hmac(String secret) {
        if (!secret.startsWith(SECRET_PREFIX) || secret.length() == SECRET_PREFIX.length()) {
            throw new IllegalArgumentException("the secret must be whsec_ and base64");
        }
        byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
        return new CallbackSigner("v1", new BankKey.Hmac(NAMELESS, key)::sign);
    }

    /**
     * Signs by a private key in PEM (PKCS#8) of {@code algorithm}.
     *
     * @throws IllegalArgumentException where it is no such key
     */
    public static CallbackSigner ofPem(KeyAlgorithm algorithm, String pem) {
        try {
            byte[] der = Pem.read("PRIVATE KEY", pem);
            return switch (algorithm) {
                case HMAC_SHA256, HMAC_SHA512, API_KEY, BASIC ->
                    throw new IllegalArgumentException(algorithm.text() + " has a secret and no PEM key");
                case ED25519 -> ed25519(PrivateKeyFactory.createKey(der));
                case RSA_SHA256 -> rsa(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
            };
        } catch (IOException | GeneralSecurityException | QrKeyException e) {
            throw new IllegalArgumentException("no private key of " + algorithm.text() + ": " + e.getMessage(), e);
        }
    }

    /** The value of {@code webhook-signature} for a delivery. */
    public String sign(String deliveryName, String timestamp, byte[] rawBody) {
        byte[] text = StandardDialect.signedText(deliveryName, timestamp, rawBody);
        return version + ',' + Base64.getEncoder().encodeToString(signature.apply(text));
    }

    /** A sender of the standard dialect that signs by this. */
    public Sender toSender() {
        return Senders.standard(
                (name, timestamp, body) -> sign(name, timestamp, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static CallbackSigner ed25519(AsymmetricKeyParameter parameter) {
        if (!(parameter instanceof Ed25519PrivateKeyParameters key)) {
            throw new IllegalArgumentException("the private key is not Ed25519");
        }
        byte[] seed = key.getEncoded();
        return new CallbackSigner("v1a", text -> {
            byte[] signed = new byte[Ed25519.SIGNATURE_SIZE];
            Ed25519.sign(seed, 0, text, 0, text.length, signed, 0);
            return signed;
        });
    }

    private static CallbackSigner rsa(PrivateKey key) {
        return new CallbackSigner("v1rsa", text -> {
            try {
                Signature signer = Signature.getInstance("SHA256withRSA");
                signer.initSign(key);
                signer.update(text);
                return signer.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("an RSA key signs", e);
            }
        });
    }
}
