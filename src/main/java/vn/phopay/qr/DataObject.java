package vn.phopay.qr;

/**
 * One EMVCo data object {@code ID LL VALUE}.
 *
 * @param id two digits
 * @param start index of the first character of the ID in the payload, from 0
 * @param end index behind the last character of the value
 * @param value the value; of a template, its objects as text
 */
record DataObject(String id, int start, int end, String value) {
    static final int HEADER_LENGTH = 4;

    int valueStart() {
        return start + HEADER_LENGTH;
    }

    int length() {
        return end - valueStart();
    }

    int number() {
        return Integer.parseInt(id);
    }
}
