package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** GET /thanh-pho/di-pho/{list}: a walk list, for its assignee and staff of its district; the look is kept. */
public final class GetWalkList implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.WALK, Access.STAFF);
    private static final int OK = 200;

    private final WalkPage page;

    /** Shows {@code page}. */
    public GetWalkList(WalkPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(OK, call, transaction, WalkPage.Typed.NOTHING);
    }
}
