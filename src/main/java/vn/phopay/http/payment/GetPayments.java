package vn.phopay.http.payment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Paging;
import vn.phopay.http.Reply;
import vn.phopay.payment.PaymentFields;
import vn.phopay.payment.PaymentReader;

/**
 * GET /api/v1/payments?outletId=&amp;from=&amp;to=&amp;outcome=&amp;limit=&amp;after=: recorded payments, latest first.
 */
public final class GetPayments implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/payments", Access.SESSION);

    private final PaymentQuery query;
    private final PaymentReader reader;
    private final Pool pool;

    /** Reads by {@code reader} through {@code pool} what {@code query} lets the caller see. */
    public GetPayments(PaymentQuery query, PaymentReader reader, Pool pool) {
        this.query = query;
        this.reader = reader;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        PaymentReader.Filter filter = query.filter(call);
        PaymentReader.PageRequest page = new PaymentReader.PageRequest(
                Paging.after(call, PaymentReader.Cursor::parse), Paging.limit(call));
        return query.scope(pool, call, filter)
                .compose(scope -> reader.list(pool, scope, filter, page))
                .map(GetPayments::toReply);
    }

    private static Reply toReply(PaymentReader.Page page) {
        JsonArray items = new JsonArray();
        page.items().forEach(payment -> items.add(new JsonObject(PaymentFields.of(payment))));
        return Reply.ok(new JsonObject()
                .put("items", items)
                .put("next", page.next().map(PaymentReader.Cursor::toString).orElse(null)));
    }
}
