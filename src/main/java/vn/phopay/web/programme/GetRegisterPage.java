package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** GET /thanh-pho/pho/{streetId}/danh-ba: the register of a street's places of trade. */
public final class GetRegisterPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.REGISTER, Access.STAFF);
    private static final int OK = 200;

    private final RegisterPage page;

    /** Shows {@code page}. */
    public GetRegisterPage(RegisterPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(OK, call, transaction, page.fresh());
    }
}
