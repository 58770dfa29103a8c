package vn.phopay.web.book;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.YearMonth;
import java.util.Optional;
import vn.phopay.book.ReadBook;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.PageKit;

/** GET /so-doanh-thu/{thang}/chot: shows what closing a month means, and what would be closed. */
public final class GetBookClosePage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(BookPath.BOOK + "/{thang}/chot", Access.OWNER);

    private final ReadBook read;
    private final ClosePage page;
    private final MonthPage months;

    /** Shows by {@code page}. */
    public GetBookClosePage(ReadBook read, ClosePage page, MonthPage months) {
        this.read = read;
        this.page = page;
        this.months = months;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        YearMonth month = BookPath.month(call.path("thang"), months.lastMonth());
        boolean mayClose = read.mayClose(await(read.span(transaction, BookPath.merchant(call))), month);
        return mayClose ? page.show(200, call, transaction, new ClosePage.Asked(month, Optional.empty()))
                : PageKit.seeOther(BookPath.of(month, Optional.empty()));
    }
}
