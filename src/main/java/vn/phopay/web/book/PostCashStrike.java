package vn.phopay.web.book;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.book.CashEntry;
import vn.phopay.book.StrikeCash;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.PageKit;

/** POST /so-doanh-thu/tien-mat/{id}/gach: strikes an entry of cash out; doing it twice does no more. */
public final class PostCashStrike implements TransactionalEndpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.form(BookPath.BOOK + "/tien-mat/{id}/gach", Access.OWNER);

    private final StrikeCash strikeCash;

    /** Writes by {@code strikeCash}. */
    public PostCashStrike(StrikeCash strikeCash) {
        this.strikeCash = strikeCash;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        StrikeCash.Order order = new StrikeCash.Order(
                BookPath.merchant(call), BookPath.entry(call.path("id")), call.principal().subjectId());
        return switch (strikeCash.strike(transaction, order)) {
            case StrikeCash.Struck(CashEntry strike) -> struck(strike);
            case StrikeCash.StruckBefore(CashEntry entry) -> struck(entry);
            case StrikeCash.NotFound() -> throw BookPath.notFound();
        };
    }

    private static Reply struck(CashEntry entry) {
        return PageKit.seeOther(BookPath.of(entry.entered(), Optional.empty()), "book.cash.struck");
    }
}
