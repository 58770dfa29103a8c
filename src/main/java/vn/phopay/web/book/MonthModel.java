package vn.phopay.web.book;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.phopay.book.BookHeader;
import vn.phopay.book.BookLine;
import vn.phopay.book.BookMonth;
import vn.phopay.book.BookSums;
import vn.phopay.book.YearMeter;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.Language;
import vn.phopay.web.Form;
import vn.phopay.web.View;

/**
 * What the page of a month shows.
 *
 * @param month the month, all outlets
 * @param outlet the outlet that is looked at; empty for all
 * @param standing what can be done with the month
 * @param meter the year's revenue against its thresholds
 * @param cash the form that adds cash
 * @param foldedAt up to when payments stand in it
 */
public record MonthModel(BookMonth month, Optional<OutletId> outlet, Standing standing, YearMeter meter, Form cash,
                         Instant foldedAt) {
    /**
     * What can be done with a month.
     *
     * @param today the present day in Vietnam
     * @param mayClose whether it can be closed now
     * @param closeFirst the month that must be closed before it, where that is what it waits for
     */
    public record Standing(LocalDate today, boolean mayClose, Optional<YearMonth> closeFirst) {}

    /** What is shown of it. */
    public BookSums totals() {
        return month.of(outlet).totals();
    }

    /** Its days, the latest first. */
    public List<BookMonth.Day> days() {
        return month.of(outlet).days();
    }

    /** What came after its own month was closed. */
    public List<BookLine> late() {
        return month.of(outlet).lateLines();
    }

    /** The outlets. */
    public List<BookHeader.Place> places() {
        return month.header().places();
    }

    /** Whether anything can still be written into it. */
    public boolean isOpen() {
        return !month.isClosed();
    }

    /** The address of the month {@code months} later. */
    public String neighbour(long months) {
        return BookPath.of(month.month().plusMonths(months), outlet);
    }

    /** Whether there is a month after it to be looked at. */
    public boolean hasNext() {
        return month.month().isBefore(YearMonth.from(standing.today()));
    }

    /** The address of a day. */
    public String day(LocalDate date) {
        return BookPath.of(date, outlet);
    }

    /** The address of a file of the month. */
    public String file(String extension) {
        return BookPath.BOOK + "/" + month.month() + "." + extension
                + outlet.map(id -> "?" + BookPath.OUTLET + "=" + id).orElse("");
    }

    /** The address at which the month is closed. */
    public String close() {
        return BookPath.BOOK + "/" + month.month() + "/chot";
    }

    /** The address of another month. */
    public String address(YearMonth other) {
        return BookPath.of(other, Optional.empty());
    }

    /** Whether an outlet is the one that is looked at, or was chosen in the form. */
    public boolean isChosen(OutletId id) {
        String typed = cash.typed(BookPath.OUTLET);
        return typed.isEmpty() ? outlet.filter(id::equals).isPresent() : typed.equals(id.toString());
    }

    /** What changes at a threshold, in the visitor's language. */
    public String meaning(View view, YearMeter.Reading reading) {
        return view.language() == Language.VI
                ? reading.threshold().meaningVi() : reading.threshold().meaningEn();
    }
}
