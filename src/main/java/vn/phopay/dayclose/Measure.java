package vn.phopay.dayclose;

/** What is counted and summed of a business day, by bank account. The names stand in seals and never change. */
public enum Measure {
    /** Credits that a sender told by callback. */
    CALLBACK_CREDIT,
    /** Debits that take nothing back, told by callback. */
    CALLBACK_DEBIT,
    /** Debits that name the payment they take back, told by callback. */
    CALLBACK_REVERSAL,
    /** Credits that only a statement told. */
    RECOVERED_CREDIT,
    /** Debits that only a statement told. */
    RECOVERED_DEBIT,
    /** Debits that name the payment they take back, told by a statement only. */
    RECOVERED_REVERSAL,
    /** Refunds that staff recorded, by the day of the refund. */
    REFUND,
    /** Payments given to another payee. */
    ASSIGNMENT,
    /** Losses that staff accepted. */
    ACCEPTANCE,
    /** Credit lines of statements. */
    STATEMENT_CREDIT,
    /** Debit lines of statements. */
    STATEMENT_DEBIT
}
