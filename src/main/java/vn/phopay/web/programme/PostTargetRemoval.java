package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.programme.KeepTargets;
import vn.phopay.web.PageKit;

/** POST /thanh-pho/chi-tieu/{target}/bo: takes a target back; its history stays. */
public final class PostTargetRemoval implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.TARGET + "/bo", Access.ANALYSTS);

    private final TargetPages pages;
    private final KeepTargets keep;

    /** Takes back by {@code keep}. */
    public PostTargetRemoval(TargetPages pages, KeepTargets keep) {
        this.pages = pages;
        this.keep = keep;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        keep.remove(transaction, pages.target(call, transaction), ProgrammeParts.actor(call));
        return PageKit.seeOther(ProgrammePath.TARGETS, "programme.target.removed");
    }
}
