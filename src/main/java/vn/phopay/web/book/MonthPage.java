package vn.phopay.web.book;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import vn.phopay.book.BookMonth;
import vn.phopay.book.BookSpan;
import vn.phopay.book.ReadBook;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** Makes the page of a month, as it is read and as it is shown again with a form that was wrong. */
public final class MonthPage {
    static final String ENTRY = "ma";
    static final String AMOUNT = "so-tien";
    static final String DAY = "ngay";
    static final String NOTE = "ghi-chu";

    private final ReadBook read;
    private final PageKit kit;
    private final IdSource ids;
    private final Clock clock;

    /** Reads by {@code read}; forms get an id of {@code ids} each. */
    public MonthPage(ReadBook read, PageKit kit, IdSource ids, Clock clock) {
        this.read = read;
        this.kit = kit;
        this.ids = ids;
        this.clock = clock;
    }

    LocalDate today() {
        return BusinessDay.of(clock.instant());
    }

    YearMonth lastMonth() {
        return YearMonth.from(today());
    }

    /** The page of {@code month}, all outlets, with {@code cash} as its form. */
    Reply show(int status, Call call, SqlConnection transaction, Shown shown) {
        MerchantId merchant = BookPath.merchant(call);
        BookMonth month = await(read.month(transaction, merchant, shown.month())).orElseThrow(BookPath::notFound);
        Optional<OutletId> outlet = BookPath.outlet(call, month.header());
        BookSpan span = await(read.span(transaction, merchant));
        MonthModel model = new MonthModel(month, outlet,
                new MonthModel.Standing(today(), read.mayClose(span, shown.month()), closeFirst(span, shown.month())),
                await(read.meter(transaction, merchant, Year.of(shown.month().getYear()))),
                shown.cash(), await(read.foldedAt(transaction)));
        return kit.page(status, kit.view(call), "book/month", model);
    }

    /** Which month, and its form. */
    record Shown(YearMonth month, Form cash) {}

    private Optional<YearMonth> closeFirst(BookSpan span, YearMonth month) {
        return month.isBefore(lastMonth()) ? span.next().filter(next -> next.isBefore(month)) : Optional.empty();
    }

    /** A form that nobody has filled in yet, for {@code day}. */
    Form blank(LocalDate day) {
        return Form.showing(Map.of(ENTRY, ids.next().toString(), DAY, day.toString()));
    }

    /** The same form under a new id: what was sent under the old one is another entry. */
    Form renamed(Form form, Optional<OutletId> outlet) {
        return Form.showing(Map.of(ENTRY, ids.next().toString(), DAY, form.typed(DAY), AMOUNT, form.typed(AMOUNT),
                NOTE, form.typed(NOTE), BookPath.OUTLET, outlet.map(OutletId::toString).orElse("")));
    }
}
