package vn.phopay.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.BankKeyId;

/** Makes keys out of what is kept of them, or out of what a person holds in hand. */
public final class BankKeys {
    private BankKeys() {}

    /**
     * What a person holds of one key.
     *
     * @param secret a shared secret as its dialect writes it
     * @param companion access key or user; empty where there is none
     * @param publicKeyPem a public key
     */
    public record InHand(@Nullable String secret, String companion, @Nullable String publicKeyPem) {}

    /** The key of a shared secret. */
    static BankKey shared(BankKeyId id, KeyAlgorithm algorithm, byte[] secret, String companion) {
        return switch (algorithm) {
            case HMAC_SHA256, HMAC_SHA512 -> new BankKey.Hmac(id, algorithm, secret, companion);
            case API_KEY, BASIC -> new BankKey.Shared(id, companion, secret);
            case ED25519, RSA_SHA256 -> throw new IllegalArgumentException(algorithm.text() + " has a public key");
        };
    }

    /** Every key that {@code inHand} can be under {@code policy}; empty where it fits none of its algorithms. */
    public static List<BankKey> under(KeyPolicy policy, InHand inHand, BankKeyId id) {
        List<BankKey> keys = new ArrayList<>();
        for (KeyAlgorithm algorithm : policy.algorithms()) {
            if (algorithm.isShared()) {
                Optional.ofNullable(inHand.secret).flatMap(policy::secretBytes)
                        .filter(secret -> secret.length > 0)
                        .map(secret -> shared(id, algorithm, secret, inHand.companion))
                        .ifPresent(keys::add);
            } else {
                Optional.ofNullable(inHand.publicKeyPem)
                        .flatMap(pem -> PublicKeys.fromPem(algorithm, pem))
                        .map(der -> PublicKeys.toKey(id, algorithm, der))
                        .ifPresent(keys::add);
            }
        }
        return keys;
    }
}
