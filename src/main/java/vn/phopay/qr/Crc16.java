package vn.phopay.qr;

import java.nio.charset.StandardCharsets;

/**
 * The checksum of EMVCo QR payloads: CRC-16 with polynomial 0x1021, start value 0xFFFF, no reflection, no final XOR
 * (check value: {@code 123456789} gives {@code 29B1}). It runs over bytes of UTF-8, not over characters.
 */
final class Crc16 {
    static final int START = 0xFFFF;
    private static final int POLYNOMIAL = 0x1021;
    private static final String HEX = "0123456789ABCDEF";

    private Crc16() {
    }

    /** The four upper-case hex digits that belong behind {@code textUpToCrcValue}, which ends with {@code 6304}. */
    static String hexOf(String textUpToCrcValue) {
        int crc = START;
        for (byte octet : textUpToCrcValue.getBytes(StandardCharsets.UTF_8)) {
            crc = update(crc, octet);
        }
        return hex(crc);
    }

    static int update(int crc, int octet) {
        int next = crc ^ ((octet & 0xFF) << 8);
        for (int bit = 0; bit < 8; bit++) {
            next = (next & 0x8000) != 0 ? (next << 1) ^ POLYNOMIAL : next << 1;
        }
        return next & 0xFFFF;
    }

    /** Feeds one code point as its UTF-8 bytes; the code point must not be a surrogate. */
    static int updateCodePoint(int crc, int codePoint) {
        if (codePoint < 0x80) {
            return update(crc, codePoint);
        }
        int next = crc;
        for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            next = update(next, octet);
        }
        return next;
    }

    static String hex(int crc) {
        StringBuilder text = new StringBuilder(4);
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt((crc >> shift) & 0xF));
        }
        return text.toString();
    }
}
