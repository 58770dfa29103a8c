package vn.phopay.web.book;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.phopay.book.BookItem;
import vn.phopay.book.BookLine;
import vn.phopay.book.BookMonth;
import vn.phopay.book.BookSums;
import vn.phopay.book.CashEntry;
import vn.phopay.book.ReadBook;
import vn.phopay.book.SearchBook;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.payment.PaymentReader;
import vn.phopay.web.PageKit;

/** GET /so-doanh-thu/{ngay}?diem=&amp;sau=: one day of the book, such as {@code 2026-08-12}, with its payments. */
public final class GetBookDayPage implements TransactionalEndpoint {
    static final String AFTER = "sau";
    private static final EndpointSpec SPEC = EndpointSpec.get(BookPath.BOOK + "/{ngay}", Access.OWNER);
    private static final int PAGE_ROWS = 50;

    private final ReadBook read;
    private final SearchBook search;
    private final MonthPage months;
    private final PageKit kit;

    /** Reads by {@code read} and {@code search}. */
    public GetBookDayPage(ReadBook read, SearchBook search, MonthPage months, PageKit kit) {
        this.read = read;
        this.search = search;
        this.months = months;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        LocalDate date = BookPath.day(call.path("ngay"), months.lastMonth());
        MerchantId merchant = BookPath.merchant(call);
        BookMonth month = await(read.month(transaction, merchant, YearMonth.from(date)))
                .orElseThrow(BookPath::notFound);
        Optional<OutletId> outlet = BookPath.outlet(call, month.header());
        PaymentReader.PageRequest page = new PaymentReader.PageRequest(after(call), PAGE_ROWS);
        List<BookItem> items = await(read.items(transaction, merchant, date, date));
        List<CashEntry> cash = await(read.cash(transaction, merchant, date, date));
        DayModel model = new DayModel(date, month.header(), outlet, sums(month.of(outlet), date),
                await(search.search(transaction, merchant, SearchBook.Filter.ofDay(date, outlet), page)),
                await(read.enteredLater(transaction, merchant, date)),
                items.stream().filter(item -> outlet.isEmpty() || item.outlet().equals(outlet)).toList(),
                cash.stream().filter(entry -> outlet.isEmpty() || entry.outlet().equals(outlet.get())).toList(),
                new DayModel.Standing(month.isClosed(), months.today()));
        return kit.page(kit.view(call), "book/day", model);
    }

    private static Optional<PaymentReader.Cursor> after(Call call) {
        return call.queryParameter(AFTER)
                .map(text -> PaymentReader.Cursor.parse(text).orElseThrow(BookPath::notFound));
    }

    private static BookSums sums(BookMonth month, LocalDate date) {
        return month.lines().stream().filter(line -> line.entered().equals(date)).map(BookLine::sums)
                .reduce(BookSums.NONE, BookSums::plus);
    }
}
