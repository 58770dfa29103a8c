package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.access.ListenerPhones;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.ListenerPhoneId;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ho-so/may-nghe/ket-thuc: a phone hears the shop's payments no longer, or its invitation is over. */
public final class PostListenerEnd implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetListenersPage.PATH + "/ket-thuc", Access.OWNER);

    private final ListenerPhones phones;

    /** Ends in {@code phones}. */
    public PostListenerEnd(ListenerPhones phones) {
        this.phones = phones;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        ListenerPhoneId phone = ListenerPhoneId.parse(Form.of(call).typed("phone")).orElseThrow(Own::notFound);
        ListenerPhones.Owner owner = new ListenerPhones.Owner(Own.merchant(call), Own.actor(call));
        if (!phones.end(transaction, owner, phone)) {
            throw Own.notFound();
        }
        return PageKit.seeOther(GetListenersPage.PATH, "profile.listener.ended");
    }
}
