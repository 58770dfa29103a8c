package vn.phopay.payment;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The code that a payer's memo carries back to us: prefix {@code PP}, eight characters of Crockford base32, and one
 * check character; eleven in all, upper case. Codes are drawn at random (40 bits), so that none can be guessed from
 * another; that none is issued twice is decided by the constraint {@code reference_pk}.
 *
 * <p>The check character is a weighted sum over GF(32): with weights that are distinct powers of a generator it catches
 * every single wrong character and every swap of two, which a plain sum modulo 31 would not.
 */
public record ReferenceCode(String value) {
    /** What every code starts with. */
    public static final String PREFIX = "PP";
    /** Characters of a whole code. */
    public static final int LENGTH = 11;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BODY_LENGTH = LENGTH - PREFIX.length() - 1;
    private static final int FIELD_POLYNOMIAL = 0b100101;
    private static final int FIELD_SIZE = 32;

    /** @throws IllegalArgumentException for anything that {@link #parse} would not give back unchanged */
    public ReferenceCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a reference code");
        }
    }

    /** Draws a new code; the caller keeps it unique by {@code reference_pk} and draws again on a collision. */
    public static ReferenceCode draw(RandomGenerator random) {
        StringBuilder code = new StringBuilder(PREFIX);
        for (int i = 0; i < BODY_LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(FIELD_SIZE)));
        }
        return new ReferenceCode(code.append(checkCharacter(code)).toString());
    }

    /**
     * Reads a code of exactly {@link #LENGTH} upper-case characters. In the body and the check character {@code I} and
     * {@code L} read as 1 and {@code O} as 0, as Crockford's base32 has it; {@code U} is refused.
     */
    public static Optional<ReferenceCode> parse(CharSequence text) {
        if (text.length() != LENGTH || !PREFIX.contentEquals(text.subSequence(0, PREFIX.length()))) {
            return Optional.empty();
        }
        StringBuilder code = new StringBuilder(PREFIX);
        for (int i = PREFIX.length(); i < LENGTH; i++) {
            code.append(fold(text.charAt(i)));
        }
        String folded = code.toString();
        return isWellFormed(folded) ? Optional.of(new ReferenceCode(folded)) : Optional.empty();
    }

    private static boolean isWellFormed(String code) {
        if (code.length() != LENGTH || !code.startsWith(PREFIX)) {
            return false;
        }
        for (int i = PREFIX.length(); i < LENGTH; i++) {
            if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                return false;
            }
        }
        return checkCharacter(code) == code.charAt(LENGTH - 1);
    }

    private static char fold(char c) {
        return switch (c) {
            case 'I', 'L' -> '1';
            case 'O' -> '0';
            default -> c;
        };
    }

    private static char checkCharacter(CharSequence code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < BODY_LENGTH; i++) {
            weight = timesGenerator(weight);
            sum ^= multiply(weight, ALPHABET.indexOf(code.charAt(PREFIX.length() + i)));
        }
        return ALPHABET.charAt(sum);
    }

    private static int multiply(int a, int b) {
        int product = 0;
        int shifted = a;
        for (int rest = b; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                product ^= shifted;
            }
            shifted = timesGenerator(shifted);
        }
        return product;
    }

    private static int timesGenerator(int a) {
        int doubled = a << 1;
        return doubled >= FIELD_SIZE ? doubled ^ FIELD_POLYNOMIAL : doubled;
    }

    @Override
    public String toString() {
        return value;
    }
}
