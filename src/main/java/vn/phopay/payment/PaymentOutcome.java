package vn.phopay.payment;

/** What became of a payment when it was recorded. The words are those of the HTTP contract. */
public enum PaymentOutcome {
    /** Its request is now paid in full. */
    MATCHED,
    /** It names a static code of the credited merchant. */
    OUTLET,
    /** A known account, and no code named. */
    ACCOUNT,
    /** Its request still lacks money. */
    UNDERPAID,
    /** Its request got more than it asked. */
    OVERPAID,
    /** It was booked after its request had expired or was cancelled. */
    LATE,
    /** It takes a payment back, or was taken back before it came. */
    REVERSED,
    /** Nobody's money yet, or an outgoing transfer of no concern to us. */
    UNMATCHED
}
