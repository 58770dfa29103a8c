package vn.phopay.qr;

import org.jspecify.annotations.Nullable;

/**
 * The answer to "did the operator issue this code, and is it unchanged?".
 *
 * @param result the first check that failed, or one of the two good ends
 * @param detail one English sentence for a person
 * @param claims what the code says about its signature; null where no signature was found
 * @param vietQr whom the code pays, for display; null where the payload is no VietQR or breaks a rule
 * @param fault where the payload breaks a rule; null where it breaks none
 */
public record QrVerification(Result result, String detail, @Nullable SignatureClaims claims, @Nullable VietQr vietQr,
                             @Nullable QrFault fault) {
    /** The results in the order of the checks. */
    public enum Result {
        /** The checksum is wrong or not there. */
        BAD_CRC,
        /** The payload breaks a rule of its format. */
        BAD_TLV,
        /** No signature of ours on a payload that belongs to another scheme. */
        NOT_VIETQR,
        /** A VietQR without a signature of ours: say so loudly. */
        UNSIGNED,
        /** Signature templates that are not three, not last or not whole. */
        BAD_LAYOUT,
        /** A signature scheme this verifier does not know. */
        UNSUPPORTED_SCHEME,
        /** A key that is not in the trusted list. */
        UNKNOWN_KEY,
        /** The signature does not belong to this text. */
        BAD_SIGNATURE,
        /** A compromised key, or one that was not to sign at the time the code gives. */
        KEY_REVOKED,
        /** Issued in the future, beyond the allowed difference of clocks. */
        NOT_YET_VALID,
        /** Past its last instant. */
        EXPIRED,
        /** The code was taken back. */
        REVOKED,
        /** Genuine, though the key list at hand is older than it should be. */
        VALID_STALE_LIST,
        /** Genuine. */
        VALID
    }

    /** Whether the code is genuine, whatever the age of the key list. */
    public boolean isValid() {
        return result == Result.VALID || result == Result.VALID_STALE_LIST;
    }
}
