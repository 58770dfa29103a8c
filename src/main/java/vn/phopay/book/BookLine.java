package vn.phopay.book;

import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.identity.OutletId;

/**
 * One line of a book: what came, went and was added on one day at one outlet.
 *
 * @param entered the day under which it stands
 * @param business the day to which it belongs; an earlier one where it came after that day's month was closed
 * @param outlet the outlet; empty where payments name none
 * @param sums what stands in it
 */
public record BookLine(LocalDate entered, LocalDate business, Optional<OutletId> outlet, BookSums sums) {
    /** Whether it was added later, because its own month was closed. */
    public boolean isLate() {
        return !entered.equals(business);
    }
}
