package vn.phopay.qr;

/**
 * A payload as code points, so that lengths and positions count characters whatever the text holds. Counts every
 * character it hands out: the tests hold the decoder to linear work by that count, not by a clock.
 */
final class PayloadText {
    private final int[] codePoints;
    private long reads;

    PayloadText(CharSequence text) {
        this.codePoints = text.codePoints().toArray();
    }

    int length() {
        return codePoints.length;
    }

    int at(int index) {
        reads++;
        return codePoints[index];
    }

    boolean isDigit(int index) {
        int character = at(index);
        return character >= '0' && character <= '9';
    }

    /** The number written by the two digits at {@code index}. */
    int twoDigits(int index) {
        return (at(index) - '0') * 10 + at(index + 1) - '0';
    }

    String slice(int from, int to) {
        reads += to - from;
        return new String(codePoints, from, to - from);
    }

    boolean startsWithAt(int index, String ascii) {
        if (index < 0 || index + ascii.length() > codePoints.length) {
            return false;
        }
        for (int offset = 0; offset < ascii.length(); offset++) {
            if (at(index + offset) != ascii.charAt(offset)) {
                return false;
            }
        }
        return true;
    }

    /** CRC over the UTF-8 bytes of the first {@code to} characters. */
    int crc(int to) {
        int crc = Crc16.START;
        for (int index = 0; index < to; index++) {
            crc = Crc16.updateCodePoint(crc, at(index));
        }
        return crc;
    }

    /** Index of the first half of a surrogate pair that stands alone (no Unicode text), or -1. */
    int firstLoneSurrogate() {
        for (int index = 0; index < codePoints.length; index++) {
            int character = at(index);
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                return index;
            }
        }
        return -1;
    }

    /** Index of the first character of the range outside EMVCo "ans" (U+0020 to U+007E), or -1. */
    int firstNonAns(int from, int to) {
        for (int index = from; index < to; index++) {
            int character = at(index);
            if (character < 0x20 || character > 0x7E) {
                return index;
            }
        }
        return -1;
    }

    long reads() {
        return reads;
    }
}
