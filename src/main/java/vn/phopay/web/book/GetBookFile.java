package vn.phopay.web.book;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.YearMonth;
import java.util.Optional;
import vn.phopay.book.BookMonth;
import vn.phopay.book.ReadBook;
import vn.phopay.book.RenderBook;
import vn.phopay.book.RenderBook.Form;
import vn.phopay.book.RenderBook.Order;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.Language;
import vn.phopay.web.PageKit;

/** GET /so-doanh-thu/{thang}.pdf, .xlsx and .csv: a month of the book as a file, of one outlet or of all. */
public final class GetBookFile implements Endpoint {
    private final ReadBook read;
    private final RenderBook render;
    private final Pool pool;
    private final MonthPage months;
    private final Form form;
    private final EndpointSpec spec;

    /** Files of {@code form}, made by {@code render}. */
    public GetBookFile(ReadBook read, RenderBook render, Pool pool, MonthPage months, Form form) {
        this.read = read;
        this.render = render;
        this.pool = pool;
        this.months = months;
        this.form = form;
        this.spec = EndpointSpec.get(BookPath.BOOK + "/{thang}." + form.extension(), Access.OWNER);
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Future<Reply> handle(Call call) {
        YearMonth asked = BookPath.month(call.path("thang"), months.lastMonth());
        return read.month(pool, BookPath.merchant(call), asked)
                .map(found -> order(call, found.orElseThrow(BookPath::notFound)))
                .compose(order -> render.render(order).map(outcome -> toReply(order, outcome)));
    }

    private Order order(Call call, BookMonth month) {
        Optional<OutletId> outlet = BookPath.outlet(call, month.header());
        return new Order(month, outlet, form, PageKit.language(call) == Language.EN);
    }

    private Reply toReply(Order order, RenderBook.Outcome outcome) {
        return switch (outcome) {
            case RenderBook.Rendered(var file) -> Reply.bytes(200, form.mediaType(), file)
                    .with("content-disposition", "attachment; filename=\"so-doanh-thu-S1a-HKD-"
                            + order.month().header().taxCode() + "-" + order.month().month() + "." + form.extension()
                            + "\"")
                    .with("cache-control", "no-store");
            case RenderBook.Overloaded(var retryAfter) -> Reply.problem(ProblemCode.REQUEST_OVERLOADED,
                    "Too many files are being made; try again in a moment.").retryAfter(retryAfter);
        };
    }
}
