package vn.phopay.money;

/**
 * An amount of Vietnamese đồng, at least 1 and at most {@link #AMOUNT_VND_MAX}. VND has no minor unit (ISO 4217
 * exponent 0), so the amount is a whole number; its direction is kept beside it, never as a sign.
 *
 * @param amountVnd whole đồng, 1 … 9,999,999,999,999 (EMVCo object 54 holds 13 characters)
 */
public record Money(long amountVnd) implements Comparable<Money> {
    /** The largest amount that EMVCo object 54 (13 characters) can carry. */
    public static final long AMOUNT_VND_MAX = 9_999_999_999_999L;

    /** @throws IllegalArgumentException outside 1 … {@link #AMOUNT_VND_MAX} */
    public Money {
        if (amountVnd < 1 || amountVnd > AMOUNT_VND_MAX) {
            throw new IllegalArgumentException("amount must be 1 … " + AMOUNT_VND_MAX + " đồng");
        }
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amountVnd, other.amountVnd);
    }
}
