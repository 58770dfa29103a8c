package vn.phopay.qr;

/**
 * Why a payload is refused, and where.
 *
 * @param code the rule that is broken
 * @param position the 1-based character position of the fault: the first character of the offending header or value;
 *     for a missing object the place where its sequence ends without it
 * @param detail one English sentence for a person; it never holds an account number or a name
 */
public record QrFault(Code code, int position, String detail) {
    /** The rules, in the order in which they are checked. */
    public enum Code {
        /** The checksum object's value does not belong to the text before it. */
        BAD_CRC,
        /**
         * The text is not a sequence of data objects, an ID repeats, or a template does not end where its length
         * says.
         */
        BAD_TLV,
        /** A mandatory object is not there. */
        MISSING_OBJECT,
        /** Object 00 is not the first or object 63 is not the last. */
        BAD_ORDER,
        /** A value does not have the length or the characters its object asks for. */
        BAD_FORMAT,
        /** An amount (54, 56, 57) is not a number its currency allows. */
        BAD_AMOUNT,
        /** The tip objects 55, 56 and 57 do not go together. */
        BAD_TIP;

        /**
         * Whether the text could not even be taken apart; otherwise its objects are known and one has a bad content.
         */
        public boolean isStructural() {
            return this == BAD_CRC || this == BAD_TLV;
        }
    }
}
