package vn.phopay.web.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import vn.phopay.access.SessionList;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.PageKit;

/** POST /ho-so/thiet-bi/ket-thuc-khac: ends every log-in of the shop but this one, at once. */
public final class PostOtherSessionsEnd implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetDevicesPage.PATH + "/ket-thuc-khac", Access.OWNER);

    private final SessionList sessions;

    /** Ends in {@code sessions}. */
    public PostOtherSessionsEnd(SessionList sessions) {
        this.sessions = sessions;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Future.await(sessions.endOthers(transaction, Own.asker(call)));
        return PageKit.seeOther(GetDevicesPage.PATH, "profile.device.others");
    }
}
