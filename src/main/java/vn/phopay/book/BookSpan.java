package vn.phopay.book;

import java.time.YearMonth;
import java.util.Optional;

/**
 * How far a book goes.
 *
 * @param first the first month in which anything stands; empty for an empty book
 * @param closedThrough the last closed month; all before it are closed as well; empty while none is
 */
public record BookSpan(Optional<YearMonth> first, Optional<YearMonth> closedThrough) {
    /** The only month that can be closed next, once it is over; empty while the book is. */
    public Optional<YearMonth> next() {
        return closedThrough.map(month -> month.plusMonths(1)).or(() -> first);
    }

    /** Whether nothing of {@code month} can change any more. */
    public boolean isClosed(YearMonth month) {
        return closedThrough.filter(last -> !month.isAfter(last)).isPresent();
    }
}
