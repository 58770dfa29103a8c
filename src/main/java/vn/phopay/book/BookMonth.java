package vn.phopay.book;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/**
 * One month of one merchant's book. Of a closed month it is what was closed, for ever; of an open one what stands in it
 * now.
 *
 * @param merchant whose it is
 * @param month the month
 * @param header what is written on it
 * @param lines its lines, in the order of the book
 * @param closing when and with which hash it was closed; empty while it is open
 */
public record BookMonth(
        MerchantId merchant, YearMonth month, BookHeader header, List<BookLine> lines, Optional<Closing> closing) {
    /** Copies {@code lines}. */
    public BookMonth {
        lines = List.copyOf(lines);
    }

    /**
     * How a month was closed.
     *
     * @param at when
     * @param hash SHA-256 of the closed book, in hexadecimal digits
     */
    public record Closing(Instant at, String hash) {}

    /** The same month as far as one outlet goes; the whole where none is named. */
    public BookMonth of(Optional<OutletId> outlet) {
        return outlet.isEmpty() ? this : new BookMonth(merchant, month, header,
                lines.stream().filter(line -> line.outlet().equals(outlet)).toList(), closing);
    }

    /** All of it together. */
    public BookSums totals() {
        return sum(lines);
    }

    /** Its own days, the latest first, each with all its outlets together. */
    public List<Day> days() {
        TreeMap<LocalDate, BookSums> byDay = new TreeMap<>();
        lines.stream().filter(line -> !line.isLate())
                .forEach(line -> byDay.merge(line.entered(), line.sums(), BookSums::plus));
        return byDay.descendingMap().entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
    }

    /** A day's sums. */
    public record Day(LocalDate date, BookSums sums) {}

    /** What was added to it although it belongs to a closed month. */
    public List<BookLine> lateLines() {
        return lines.stream().filter(BookLine::isLate).toList();
    }

    /** Whether it can never change any more. */
    public boolean isClosed() {
        return closing.isPresent();
    }

    static BookSums sum(List<BookLine> lines) {
        return lines.stream().map(BookLine::sums).reduce(BookSums.NONE, BookSums::plus);
    }
}
