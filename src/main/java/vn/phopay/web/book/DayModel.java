package vn.phopay.web.book;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.book.BookHeader;
import vn.phopay.book.BookItem;
import vn.phopay.book.BookSums;
import vn.phopay.book.CashEntry;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.PaymentReader;

/**
 * What the page of a day shows.
 *
 * @param date the day
 * @param header whose book it is
 * @param outlet the outlet that is looked at; empty for all
 * @param sums what stands in the book under this day
 * @param receipts payments that were booked on it, a page of them
 * @param later of those payments the ones that stand in a later month, and under which day
 * @param items what stands apart under this day
 * @param cash entries of cash under this day
 * @param standing whether its month is closed, and the present day
 */
public record DayModel(LocalDate date, BookHeader header, Optional<OutletId> outlet, BookSums sums,
                       PaymentReader.Page receipts, Map<PaymentId, LocalDate> later, List<BookItem> items,
                       List<CashEntry> cash, Standing standing) {
    /** Whether the day's month is closed, and the present day. */
    public record Standing(boolean closed, LocalDate today) {}

    /** Copies the collections. */
    public DayModel {
        later = Map.copyOf(later);
        items = List.copyOf(items);
        cash = List.copyOf(cash);
    }

    /** Items of one kind; late ones apart. */
    public List<BookItem> items(BookItem.Kind kind, boolean late) {
        return items.stream().filter(item -> item.kind() == kind && item.late() == late).toList();
    }

    /** Everything that was added although it belongs to a closed month. */
    public List<BookItem> lateItems() {
        return items.stream().filter(BookItem::late).toList();
    }

    /** The name of an outlet where there are several; empty else. */
    public String place(Optional<OutletId> id) {
        return header.places().size() < 2 ? ""
                : id.flatMap(header::place).map(BookHeader.Place::name).orElse("");
    }

    /** The address of the month. */
    public String month() {
        return BookPath.of(YearMonth.from(date), outlet);
    }

    /** The address of the day {@code days} later. */
    public String neighbour(long days) {
        return BookPath.of(date.plusDays(days), outlet);
    }

    /** Whether there is a day after it to be looked at. */
    public boolean hasNext() {
        return date.isBefore(standing.today());
    }

    /** The address of the next page of payments. */
    public String more(PaymentReader.Cursor after) {
        String here = BookPath.of(date, outlet);
        return here + (here.indexOf('?') < 0 ? "?" : "&") + GetBookDayPage.AFTER + "=" + after;
    }

    /** The address of the form that adds cash of this day. */
    public String addCash() {
        return BookPath.of(YearMonth.from(date), outlet) + "&" + MonthPage.DAY + "=" + date + "#tien-mat";
    }

    /** The address that asks whether to strike an entry out. */
    public String strike(CashEntry entry) {
        return BookPath.BOOK + "/tien-mat/" + entry.id() + "/gach";
    }
}
