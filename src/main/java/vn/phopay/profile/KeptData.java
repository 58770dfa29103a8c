package vn.phopay.profile;

/**
 * What stays when a merchant is forgotten, and why. Told to the owner before he asks for it and to staff before they do
 * it; {@code runbook/deletion-requests.md} says more.
 */
public enum KeptData {
    /** Payments with amount, time, bank reference, credited account and memo: vouchers of the books, kept ten years. */
    PAYMENTS,
    /** The banks' messages and statements as they came: the proof behind each payment, kept as long. */
    BANK_MESSAGES,
    /** Closed months of the revenue book and cash added by hand, with the name under which they were closed. */
    BOOKS,
    /** Reports of codes pasted over: they are the safety desk's, and warn others. */
    SAFETY_REPORTS,
    /** Seals of closed days: they cover amounts and account numbers and no name. */
    SEALS,
    /** Who decided what when, by ids; and that consent was given and taken back. */
    AUDIT,
    /** Serials of codes taken back, so that a printed one still reads so; and references, never given out again. */
    REVOCATIONS,
    /** Figures of districts and streets, which name nobody. */
    FIGURES
}
