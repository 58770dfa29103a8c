package vn.phopay.statement;

/** What became of a line. */
public enum LineResult {
    /** It tells of a payment that a callback told. */
    MATCHED,
    /** Only the statement tells of it: it made the payment. */
    RECOVERED,
    /** Its payment has another amount; a person decides. */
    AMOUNT_MISMATCH,
    /** It fits several payments, or nobody can say of which it is; a person decides. */
    AMBIGUOUS,
    /** Another statement told it before. */
    DUPLICATE
}
