package vn.phopay.web.book;

import io.vertx.sqlclient.SqlConnection;
import java.time.YearMonth;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.book.CloseMonth;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /so-doanh-thu/{thang}/chot: closes a month for ever, if it still says what its owner has seen. */
public final class PostBookClose implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(BookPath.BOOK + "/{thang}/chot", Access.OWNER);
    private static final int CONFLICT = 409;
    private static final int SEEN_LENGTH_MAX = 64;

    private final CloseMonth closeMonth;
    private final ClosePage page;
    private final MonthPage months;

    /** Closes by {@code closeMonth}; {@code page} asks again. */
    public PostBookClose(CloseMonth closeMonth, ClosePage page, MonthPage months) {
        this.closeMonth = closeMonth;
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
        String seen = Form.of(call).optional("da-xem", SEEN_LENGTH_MAX).orElse("");
        CloseMonth.Outcome outcome = closeMonth.close(transaction, new CloseMonth.Order(BookPath.merchant(call), month,
                seen, AuditEntry.Actor.of(call.principal(), call.requestId())));
        return switch (outcome) {
            case CloseMonth.Closed closed -> done(month);
            case CloseMonth.ClosedBefore before -> done(month);
            case CloseMonth.Changed changed -> again(call, transaction, month, "book.close.changed");
            case CloseMonth.Behind behind -> again(call, transaction, month, "book.close.behind");
            case CloseMonth.NotOver notOver -> PageKit.seeOther(BookPath.of(month, Optional.empty()));
            case CloseMonth.OutOfTurn outOfTurn -> PageKit.seeOther(BookPath.of(month, Optional.empty()));
        };
    }

    private static Reply done(YearMonth month) {
        return PageKit.seeOther(BookPath.of(month, Optional.empty()), "book.closed");
    }

    private Reply again(Call call, SqlConnection transaction, YearMonth month, String trouble) {
        return page.show(CONFLICT, call, transaction, new ClosePage.Asked(month, Optional.of(trouble)));
    }
}
