package vn.phopay.reconciliation;

/** The rules by which a case is opened. */
public enum CaseKind {
    /** Money came to an account that nobody registered. */
    UNMATCHED,
    /** A bank told one transfer with different meanings. */
    CONFLICT,
    /** The code in the memo belongs to another merchant than the credited account. */
    WRONG_ACCOUNT,
    /** The memo names several codes of the credited merchant. */
    SEVERAL_CODES,
    /** A reversal, or a line of a statement, differs from its payment in account or amount. */
    AMOUNT_MISMATCH,
    /** Told by callback, missing in the bank's statement. */
    MISSING_IN_STATEMENT,
    /** A reversal whose payment never came, or that was reversed before. */
    REVERSAL_WITHOUT_ORIGINAL,
    /** Booked after its request had expired or was cancelled. */
    LATE,
    /** One bank told the same trace, account and amount under two references, or two senders disagree whose it is. */
    POSSIBLE_DUPLICATE,
    /** A statement is missing between two others of an account. */
    STATEMENT_GAP,
    /** A statement whose opening balance and movements do not make its closing balance. */
    STATEMENT_UNBALANCED,
    /** A statement line that fits several payments. */
    STATEMENT_AMBIGUOUS,
    /** Somebody reports that a shop's code was pasted over: for the city's safety desk. No payment is known of it. */
    CODE_TAMPERED;

    /** Whether it may name no payment: it is about a statement, or about a code on a wall. */
    public boolean mayNameNoPayment() {
        return this == CODE_TAMPERED || name().startsWith("STATEMENT_");
    }
}
