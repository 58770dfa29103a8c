package vn.phopay.web.book;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.YearMonth;
import vn.phopay.book.BookHeader;
import vn.phopay.book.CashEntry;
import vn.phopay.book.ReadBook;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.MerchantId;
import vn.phopay.web.PageKit;

/** GET /so-doanh-thu/tien-mat/{id}/gach: asks whether an entry of cash is really to be struck out. */
public final class GetCashStrikePage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.get(BookPath.BOOK + "/tien-mat/{id}/gach", Access.OWNER);

    private final ReadBook read;
    private final PageKit kit;

    /** Reads by {@code read}. */
    public GetCashStrikePage(ReadBook read, PageKit kit) {
        this.read = read;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        MerchantId merchant = BookPath.merchant(call);
        CashEntry entry = await(read.cashEntry(transaction, merchant, BookPath.entry(call.path("id"))))
                .filter(found -> !found.isStrike() && found.struckAt().isEmpty())
                .orElseThrow(BookPath::notFound);
        BookHeader header = await(read.header(transaction, merchant)).orElseThrow();
        boolean closed = await(read.span(transaction, merchant)).isClosed(YearMonth.from(entry.business()));
        String place = header.place(entry.outlet()).map(BookHeader.Place::name).orElse("");
        return kit.page(kit.view(call), "book/strike", new CashStrikePage(entry, place, closed));
    }
}
