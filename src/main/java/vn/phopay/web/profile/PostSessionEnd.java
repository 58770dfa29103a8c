package vn.phopay.web.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import vn.phopay.access.SessionList;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.SessionId;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ho-so/thiet-bi/ket-thuc: ends one log-in of the shop, at once. */
public final class PostSessionEnd implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetDevicesPage.PATH + "/ket-thuc", Access.OWNER);

    private final SessionList sessions;

    /** Ends in {@code sessions}. */
    public PostSessionEnd(SessionList sessions) {
        this.sessions = sessions;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    /** One that is over already is no fault; another shop's is not there. */
    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        SessionId session = SessionId.parse(Form.of(call).typed("session")).orElseThrow(Own::notFound);
        if (!Future.await(sessions.endOne(transaction, Own.asker(call), session))) {
            throw Own.notFound();
        }
        return PageKit.seeOther(GetDevicesPage.PATH, "profile.device.ended");
    }
}
