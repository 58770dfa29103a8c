package vn.phopay.web.release;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;

/** GET /phat-hanh/{thang}: a month's releases, and the form that drafts another. */
public final class GetReleaseMonthPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ReleasePath.RELEASES + "/{thang}", Access.STAFF);

    private final MonthPage page;

    /** Shows by {@code page}. */
    public GetReleaseMonthPage(MonthPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(200, call, transaction, Form.empty());
    }
}
