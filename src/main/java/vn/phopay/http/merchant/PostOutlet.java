package vn.phopay.http.merchant;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.AddOutlet;
import vn.phopay.merchant.NewOutlet;
import vn.phopay.merchant.Outlet;

/** POST /api/v1/merchants/{id}/outlets: a further outlet. */
public final class PostOutlet implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.create("/api/v1/merchants/{id}/outlets", Access.SESSION);

    private final AddOutlet add;
    private final MerchantFields fields;

    /** Reads by {@code fields}, adds by {@code add}. */
    public PostOutlet(AddOutlet add, MerchantFields fields) {
        this.add = add;
        this.fields = fields;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        MerchantId merchant = MerchantCalls.merchantId(call);
        Fields body = call.body();
        NewOutlet outlet = fields.outlet(body);
        body.check();
        return switch (add.add(transaction, merchant, outlet, MerchantCalls.caller(call))) {
            case AddOutlet.Added(Outlet added) ->
                Reply.created("/api/v1/merchants/" + merchant, MerchantJson.outlet(added));
            case AddOutlet.TooMany tooMany -> MerchantCalls.tooMany(AddOutlet.OUTLETS_MAX, "outlets");
            case AddOutlet.NotFound none -> MerchantCalls.notFound();
        };
    }
}
