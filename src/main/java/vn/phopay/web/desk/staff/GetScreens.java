package vn.phopay.web.desk.staff;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.desk.Shown;

/** GET /nhan-su/man-hinh: the screens on walls that run, and the form that makes this machine one of them. */
public final class GetScreens implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ScreenPage.PATH, Access.ADMIN);

    private final ScreenPage page;

    /** Shows {@code page}. */
    public GetScreens(ScreenPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.page(call, transaction, Shown.first());
    }
}
