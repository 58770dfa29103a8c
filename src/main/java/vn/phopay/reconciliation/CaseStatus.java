package vn.phopay.reconciliation;

/** Where a case stands. It never goes back: what is told again of a resolved trouble is evidence, no new case. */
public enum CaseStatus {
    /** Nobody looks after it yet. */
    OPEN,
    /** Somebody does. */
    ACKNOWLEDGED,
    /** It came to its end. */
    RESOLVED
}
