package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** GET /thanh-pho/chi-tieu: the targets of the caller's districts, what needs somebody first. */
public final class GetTargetsPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.TARGETS, Access.STAFF);

    private final TargetPages pages;

    /** Shows {@code pages}. */
    public GetTargetsPage(TargetPages pages) {
        this.pages = pages;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return pages.list(call, transaction);
    }
}
