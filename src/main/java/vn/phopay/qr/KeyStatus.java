package vn.phopay.qr;

import java.util.Locale;
import java.util.Optional;

/** State of a signing key in the published list. */
public enum KeyStatus {
    /** The one key that signs now. */
    ACTIVE,
    /** Signs no more; what it signed in its window stays good. */
    RETIRED,
    /** In wrong hands: nothing it ever signed is good, since a thief can date back. */
    COMPROMISED;

    /** The word of the JSON key list. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<KeyStatus> ofWord(String word) {
        for (KeyStatus status : values()) {
            if (status.word().equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
