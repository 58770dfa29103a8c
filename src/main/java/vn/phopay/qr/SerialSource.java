package vn.phopay.qr;

import java.security.SecureRandom;

/** Where serials of issued codes come from: 13 characters of Crockford base32, upper case. Must be safe for threads. */
@FunctionalInterface
public interface SerialSource {
    /** Length of a serial in characters. */
    int LENGTH = 13;
    /** Crockford base32: no I, L, O, U. */
    String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** A serial not used before. */
    String next();

    /** 65 random bits a serial: a city's codes do not meet by chance. */
    static SerialSource random(SecureRandom random) {
        return () -> {
            StringBuilder serial = new StringBuilder(LENGTH);
            random.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> serial.append(ALPHABET.charAt(index)));
            return serial.toString();
        };
    }

    /** Whether the text has the form of a serial. */
    static boolean isSerial(String text) {
        return text.length() == LENGTH && text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }
}
