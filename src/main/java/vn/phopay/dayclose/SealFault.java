package vn.phopay.dayclose;

/** Why a seal is not what it says it is. The first that applies, in this order, is named. */
public enum SealFault {
    /** The line is no seal: no JSON object, a member missing, unknown or of another kind. */
    MALFORMED,
    /** It reads as a seal, but is not written in canonical form: somebody else wrote it. */
    NOT_CANONICAL,
    /** The document is not the one that was hashed: a total, a date or a name in it was changed. */
    DOCUMENT_CHANGED,
    /** The key list does not know the key. */
    UNKNOWN_KEY,
    /** The key fell into wrong hands: what it signed proves nothing. */
    COMPROMISED_KEY,
    /** The signature is none of that key's over this document. */
    WRONG_SIGNATURE,
    /** The key did not sign in those days. */
    KEY_OUT_OF_WINDOW,
    /** The day, or an earlier one, stands in the list twice or in the wrong order. */
    DAY_OUT_OF_ORDER,
    /** Days between this seal and the one before it are missing. */
    MISSING_DAY,
    /** It does not follow the seal before it, or the chain does not begin where it should. */
    BROKEN_CHAIN
}
