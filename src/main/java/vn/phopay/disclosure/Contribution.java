package vn.phopay.disclosure;

/**
 * What one merchant took in one area in one month. Several rows of the same merchant and area add up; a merchant is one
 * contributor, however many outlets it has.
 *
 * @param merchant any id that tells merchants apart, the same in every revision and month
 * @param amountVnd what it took, in dong, 0 or more
 * @param transactions how many payments; with 0 it is no contributor
 */
public record Contribution(String merchant, Area area, long amountVnd, long transactions) {
    /** The largest amount: a thousand trillion dong, so that a hundred times a city's total fits a long. */
    public static final long AMOUNT_VND_MAX = 1_000_000_000_000_000L;

    /** Refuses what no month can be. */
    public Contribution {
        if (amountVnd < 0 || amountVnd > AMOUNT_VND_MAX || transactions < 0 || transactions > AMOUNT_VND_MAX) {
            throw new IllegalArgumentException("not a month's takings: " + amountVnd + " in " + transactions);
        }
        if (transactions == 0 && amountVnd > 0) {
            throw new IllegalArgumentException("money without a payment: " + amountVnd);
        }
    }
}
