package vn.phopay.reconciliation;

/** How a case came to its end. */
public enum Resolution {
    /** Its trouble went away by itself. */
    AUTO,
    /** Staff put it right: the money has an owner, or went back. */
    FIXED,
    /** Staff live with it as it is. */
    ACCEPTED
}
