package vn.phopay.qr;

/**
 * Something a reader should see in a payload it may still accept.
 *
 * @param code what it is
 * @param position 1-based character position of the value concerned
 * @param detail one English sentence for a person
 */
public record QrWarning(Code code, int position, String detail) {
    /** The kinds of warning. */
    public enum Code {
        /** The checksum is printed with lower-case hex digits, as some bank apps do. */
        LOWER_CASE_CRC,
        /** The payload is longer than the 512 characters EMVCo recommends. */
        LONG_PAYLOAD,
        /** A value is longer than its object allows (59, 60, 61, members of 62 and 64). */
        OVERLONG,
        /** A character outside U+0020 to U+007E stands where only those are allowed. */
        NON_ANS,
        /** The text is not in Unicode normalization form C. */
        NOT_NFC,
        /** The BIN is not in the bank table. */
        UNKNOWN_BIN,
        /** A service code that is seen in the field but that writers must not emit, or that nobody knows. */
        UNUSUAL_SERVICE,
        /** The beneficiary template names no service. */
        NO_SERVICE,
        /** The currency is not the đồng. */
        FOREIGN_CURRENCY,
        /** The country is not Viet Nam. */
        FOREIGN_COUNTRY,
        /** The template of other-language names lacks its language or its name. */
        BAD_LANGUAGE
    }

    @Override
    public String toString() {
        return code + " at " + position + ": " + detail;
    }
}
