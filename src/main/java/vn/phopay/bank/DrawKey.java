package vn.phopay.bank;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.BankStore.KeyMaterial;
import vn.phopay.bank.KeyPolicy.Companion;
import vn.phopay.bank.ManageBanks.NewKey;
import vn.phopay.identity.BankKeyId;

/** Makes a key ready to be kept: checks what the sender gave, and draws what it did not. */
final class DrawKey {
    private static final int SECRET_BYTES = 32;
    private static final int USER_BYTES = 9;
    private static final int COMPANION_LENGTH_MAX = 100;

    private final KeyPolicy policy;
    private final Predicate<byte[]> refusedKey;
    private final SecureRandom random;

    /** {@code refusedKey} tells public keys (DER) and secrets that must never be trusted. */
    DrawKey(KeyPolicy policy, Predicate<byte[]> refusedKey, SecureRandom random) {
        this.policy = policy;
        this.refusedKey = refusedKey;
        this.random = random;
    }

    /** What became of it. */
    sealed interface Result {}

    /** A good one; {@code shownSecret} is there where we drew it. */
    record Drawn(KeyMaterial material, Optional<String> shownSecret) implements Result {}

    /** Its secret, or else its public key, is not good enough. */
    record Bad(boolean secret) implements Result {}

    Result draw(BankKeyId id, NewKey key) {
        if (key.algorithm().isShared()) {
            return key.publicKeyPem() == null ? drawShared(id, key) : new Bad(false);
        }
        if (key.secret() != null || key.companion() != null) {
            return new Bad(true);
        }
        return Optional.ofNullable(key.publicKeyPem())
                .flatMap(pem -> PublicKeys.fromPem(key.algorithm(), pem))
                .filter(refusedKey.negate())
                .<Result>map(der -> new Drawn(new KeyMaterial(id, key.algorithm(), null, "", der), Optional.empty()))
                .orElseGet(() -> new Bad(false));
    }

    private Result drawShared(BankKeyId id, NewKey key) {
        if (policy.companion() == Companion.USER && key.secret() != null) {
            return new Bad(true);
        }
        Optional<String> companion = companion(key.companion());
        String shown = key.secret() == null ? policy.secretText(randomBytes(SECRET_BYTES)) : key.secret();
        Optional<byte[]> secret = policy.secretBytes(shown)
                .filter(bytes -> bytes.length >= KeyPolicy.SECRET_BYTES_MIN)
                .filter(bytes -> bytes.length <= KeyPolicy.SECRET_BYTES_MAX)
                .filter(refusedKey.negate());
        if (companion.isEmpty() || secret.isEmpty()) {
            return new Bad(true);
        }
        KeyMaterial material = new KeyMaterial(id, key.algorithm(), secret.get(), companion.get(), null);
        return new Drawn(material, Optional.of(shown).filter(text -> key.secret() == null));
    }

    /** What stands beside the secret; empty where it is wrong. */
    private Optional<String> companion(@Nullable String given) {
        if (policy.companion() == Companion.NONE) {
            return given == null ? Optional.of("") : Optional.empty();
        }
        if (given == null && policy.companion() == Companion.USER) {
            return Optional.of(policy.secretText(randomBytes(USER_BYTES)));
        }
        // RFC 7617 section 2: a colon would end the user.
        return Optional.ofNullable(given)
                .filter(text -> !text.isBlank() && text.length() <= COMPANION_LENGTH_MAX)
                .filter(text -> text.indexOf(':') < 0 && text.chars().noneMatch(Character::isISOControl));
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
