package vn.phopay.money;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads amounts as senders write them: {@code 50000}, {@code 50000.0} and {@code "50000"} are the same amount. */
public final class MoneyParser {
    private static final int TOKEN_LENGTH_MAX = 32;

    private MoneyParser() {}

    /**
     * Reads a decimal token strictly: an integral value in range, or nothing. A fraction other than zeros is refused
     * and never rounded. Exponents, signs, blanks and separators are refused.
     */
    public static Optional<Money> parse(String token) {
        if (token.isEmpty() || token.length() > TOKEN_LENGTH_MAX || !isPlainDecimal(token)) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(token).stripTrailingZeros();
        if (value.scale() > 0 || value.signum() <= 0
                || value.compareTo(BigDecimal.valueOf(Money.AMOUNT_VND_MAX)) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Money(value.longValueExact()));
    }

    private static boolean isPlainDecimal(String token) {
        int points = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '.') {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return points <= 1 && token.charAt(0) != '.' && token.charAt(token.length() - 1) != '.';
    }
}
