package vn.phopay.book;

/**
 * What stands in a line, a day or a month of a book, each kind for itself. Amounts are whole đồng; counts and amounts
 * may be negative where something of an earlier line was taken away again.
 *
 * @param payments how many payments came
 * @param receivedVnd what came
 * @param reversals how many of them banks took back
 * @param reversedVnd what banks took back
 * @param refunds how often the merchant gave back
 * @param refundedVnd what the merchant gave back
 * @param cashEntries how many entries of cash there are, those struck out taken away
 * @param cashVnd the cash
 */
public record BookSums(long payments, long receivedVnd, long reversals, long reversedVnd, long refunds,
                       long refundedVnd, long cashEntries, long cashVnd) {
    /** Nothing. */
    public static final BookSums NONE = new BookSums(0, 0, 0, 0, 0, 0, 0, 0);

    /** What is left: what came, less what was taken or given back, and cash. */
    public long netVnd() {
        return Math.addExact(transfersVnd(), cashVnd);
    }

    /** What is left of transfers, without cash. */
    public long transfersVnd() {
        return Math.subtractExact(Math.subtractExact(receivedVnd, reversedVnd), refundedVnd);
    }

    /** Both together. */
    public BookSums plus(BookSums other) {
        return new BookSums(
                Math.addExact(payments, other.payments),
                Math.addExact(receivedVnd, other.receivedVnd),
                Math.addExact(reversals, other.reversals),
                Math.addExact(reversedVnd, other.reversedVnd),
                Math.addExact(refunds, other.refunds),
                Math.addExact(refundedVnd, other.refundedVnd),
                Math.addExact(cashEntries, other.cashEntries),
                Math.addExact(cashVnd, other.cashVnd));
    }
}
