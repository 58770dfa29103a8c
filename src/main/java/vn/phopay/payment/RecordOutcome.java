package vn.phopay.payment;

import vn.phopay.identity.PaymentId;

/** What recording a payment fact came to. Everything but {@link NotRecorded} is durably committed. */
public sealed interface RecordOutcome {
    /** It is new and was counted. */
    record Recorded(PaymentId payment, PaymentOutcome outcome) implements RecordOutcome {}

    /** The bank told it before with the same meaning; nothing changed. */
    record AlreadyRecorded(PaymentId payment, PaymentOutcome outcome) implements RecordOutcome {}

    /** The bank told it before with another meaning; the first stays in force and a case was opened. */
    record ConflictingDuplicate(PaymentId payment, PaymentOutcome outcome) implements RecordOutcome {}

    /**
     * The database refused this very fact; it was not counted. A fault of ours, told apart so that it harms no other.
     */
    record NotRecorded(String constraint) implements RecordOutcome {}
}
