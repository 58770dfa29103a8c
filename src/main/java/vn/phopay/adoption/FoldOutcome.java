package vn.phopay.adoption;

/** What one run of {@link FoldPayments} did. */
public sealed interface FoldOutcome {
    /**
     * Payments were added to the rollups.
     *
     * @param payments rows of {@code payment} that were read, counted or not
     * @param daysMoved days of outlets that were carried to another place
     * @param more whether payments are left that may be folded at once
     */
    record Folded(long payments, long daysMoved, boolean more) implements FoldOutcome {}

    /** Another instance was folding, so this one let it. */
    record FoldedElsewhere() implements FoldOutcome {}

    /** Whether running again at once would find work. */
    default boolean hasMore() {
        return this instanceof Folded folded && folded.more();
    }
}
