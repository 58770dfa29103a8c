package vn.phopay.book;

/**
 * What one merchant may write by hand.
 *
 * @param amountVndMax most of one entry, in đồng
 * @param entriesPerDayMax most entries of one day of the book, those struck out and their strikes included
 */
public record CashLimits(long amountVndMax, int entriesPerDayMax) {}
