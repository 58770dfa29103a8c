package vn.phopay.issuing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a payer is told about a code.
 *
 * @param status the one word
 * @param payee who is paid; only where the payload is, character for character, a code we issued
 * @param keyId the key that the payload names, whether or not its signature holds; null without one
 * @param detail one English sentence; for {@code MALFORMED} it starts with rule and character position
 */
public record Verdict(Status status, Optional<IssuedCode.Payee> payee, @Nullable String keyId, String detail) {
    /** The words of the HTTP contract. */
    public enum Status {
        /** Issued here, unchanged, and good now. */
        GENUINE,
        /** Issued here, but its time is over or has not come. */
        EXPIRED,
        /** Issued here and taken back, or signed by a key that is no longer trusted. */
        REVOKED,
        /** Issued here, but the merchant is suspended now. */
        SUSPENDED,
        /** A VietQR without a signature of ours. */
        UNSIGNED,
        /** A signature that does not hold, or a copy of a code of ours that pays another account. */
        FORGED,
        /** Signed under a key or scheme that we do not know. */
        UNKNOWN_KEY,
        /** No readable VietQR. */
        MALFORMED
    }
}
