package vn.phopay.web.desk.approve;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.web.desk.Shown;

/** GET /duyet/{id}: one shop of the reader's districts. That it was read stands in the audit log. */
public final class GetApprovalShop implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ApprovalPath.SHOP, Access.STAFF);

    private final MerchantRegistry registry;
    private final ApprovalShopPage page;

    /** Shows {@code page} of a shop of {@code registry}. */
    public GetApprovalShop(MerchantRegistry registry, ApprovalShopPage page) {
        this.registry = registry;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        MerchantFile file = ApprovalPath.file(registry, call, transaction);
        Reply reply = page.page(call, transaction, file, Shown.first());
        page.audit(call, transaction, file);
        return reply;
    }
}
