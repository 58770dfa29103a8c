package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.programme.EndWalkList;
import vn.phopay.programme.WalkList;
import vn.phopay.web.PageKit;

/** POST /thanh-pho/di-pho/{list}/xong: finishes a walk list; what was not visited is free for another one. */
public final class PostWalkEnd implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.WALK + "/xong", Access.STAFF);

    private final WalkPage page;
    private final EndWalkList end;

    /** Ends by {@code end}. */
    public PostWalkEnd(WalkPage page, EndWalkList end) {
        this.page = page;
        this.end = end;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        WalkList list = page.list(call, transaction);
        end.end(transaction, list, ProgrammeParts.actor(call));
        return PageKit.seeOther(ProgrammePath.walk(list.id()), "programme.walk.ended");
    }
}
