package vn.phopay.release;

/**
 * How complete the data of a month was when its release was drafted; of all banks together, none is named.
 *
 * @param days days of the month
 * @param daysSealed days of it that were closed and sealed
 * @param banks banks that sent transactions; 0 where counts are not told
 * @param statementsMissing pairs of bank and day with transactions but without a statement
 * @param received transactions received
 * @param matched transactions that found their shop
 */
public record ReleaseQuality(int days, int daysSealed, int banks, int statementsMissing, long received, long matched) {
    /** With fewer banks than this, what is said of all of them tells one about another. */
    private static final int BANKS_MIN = 3;

    /** Whether counts of transactions may be told. */
    public boolean tellsCounts() {
        return banks >= BANKS_MIN;
    }

    /** The same without counts of transactions, which tell as much as the city's own number of payments. */
    ReleaseQuality withoutCounts() {
        return new ReleaseQuality(days, daysSealed, 0, statementsMissing, 0, 0);
    }

    /** Days that were not sealed. */
    public int daysUnsealed() {
        return days - daysSealed;
    }
}
