package vn.phopay.web.live;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.access.AuditEntry.Actor;
import vn.phopay.access.ListenerPhones;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.access.SessionCookie;
import vn.phopay.web.PageKit;

/** POST /may-nghe/thoi: a paired phone stops listening, by its own user. */
public final class EndListening implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetPairingPage.PATH + "/thoi", Access.LISTENER);

    private final ListenerPhones phones;
    private final SessionCookie cookie;

    /** Ends phones of {@code phones}. */
    EndListening(ListenerPhones phones, SessionCookie cookie) {
        this.phones = phones;
        this.cookie = cookie;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Actor itself = Actor.of(call.principal(), call.requestId());
        await(phones.of(transaction, call.principal())).ifPresent(phone ->
                phones.end(transaction, new ListenerPhones.Owner(phone.merchant(), itself), phone.id()));
        return PageKit.seeOther(GetPairingPage.PATH, "live.stopped").with("set-cookie", cookie.clear());
    }
}
