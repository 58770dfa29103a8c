package vn.phopay.web.book;

import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.YearMonth;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** GET /so-doanh-thu?thang=&amp;diem=&amp;ngay=: a month of the book, the present one where none is named. */
public final class GetBookPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(BookPath.BOOK, Access.OWNER);

    private final MonthPage page;

    /** Shows by {@code page}. */
    public GetBookPage(MonthPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        YearMonth last = page.lastMonth();
        YearMonth month = call.queryParameter(BookPath.MONTH).map(text -> BookPath.month(text, last)).orElse(last);
        LocalDate day = call.queryParameter(MonthPage.DAY).map(text -> BookPath.day(text, last))
                .filter(asked -> YearMonth.from(asked).equals(month))
                .orElse(month.equals(last) ? page.today() : month.atEndOfMonth());
        return page.show(200, call, transaction, new MonthPage.Shown(month, page.blank(day)));
    }
}
