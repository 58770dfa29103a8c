package vn.phopay.consent;

import java.time.Instant;

/**
 * One act of a merchant about one purpose; never changed, another act follows it.
 *
 * @param purpose about what
 * @param edition 1 for the first act about this purpose, then counted on
 * @param act what it did
 * @param textVersion the wording it was about
 * @param at when
 * @param evidence how, and who wrote it down
 */
public record Consent(
        ConsentPurpose purpose, int edition, Act act, String textVersion, Instant at, ConsentEvidence evidence) {
    /** What a merchant does about a purpose. */
    public enum Act {
        /** Agrees. */
        GIVEN,
        /** Takes it back. */
        WITHDRAWN
    }

    /** Whether it is agreement that holds until another act follows. */
    public boolean isGiven() {
        return act == Act.GIVEN;
    }

    /** Whether the wording has changed since. */
    public boolean isOfOldText() {
        return !textVersion.equals(purpose.version());
    }
}
