package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.programme.Target;

/** GET /thanh-pho/chi-tieu/{target}: one target with its history. */
public final class GetTargetPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.TARGET, Access.STAFF);
    private static final int OK = 200;

    private final TargetPages pages;

    /** Shows {@code pages}. */
    public GetTargetPage(TargetPages pages) {
        this.pages = pages;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Target target = pages.target(call, transaction);
        return pages.edit(OK, call, transaction, new TargetPages.Shown(Optional.of(target),
                TargetForm.showing(target, pages.parts().book().require(target.metric()))));
    }
}
