package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.MerchantId;
import vn.phopay.registration.FirstPaymentPath;
import vn.phopay.registration.PathToFirstPayment;
import vn.phopay.web.PageKit;

/** GET /dang-ky/xong: how far the caller's shop has come on its way to the first payment. */
public final class GetFirstPaymentPath implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(PostRegistration.DONE, Access.OWNER);

    private final PathToFirstPayment path;
    private final PageKit kit;

    /** Reads by {@code path}, shows by {@code kit}. */
    public GetFirstPaymentPath(PathToFirstPayment path, PageKit kit) {
        this.path = path;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        MerchantId merchant = new MerchantId(call.principal().subjectId());
        FirstPaymentPath model = Future.await(path.read(transaction, merchant)).orElseThrow(Lane::notFound);
        return kit.page(kit.view(call), "register/done", model);
    }
}
