package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.access.ListenerPhone;
import vn.phopay.access.ListenerPhones;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.OutletId;
import vn.phopay.web.Form;

/** POST /ho-so/may-nghe: invites a phone to hear payments; link and code are shown this once. */
public final class PostListenerInvitation implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetListenersPage.PATH, Access.OWNER);

    private final ListenerPhones phones;
    private final GetListenersPage page;

    /** Invites by {@code phones}; what came of it is shown on {@code page}. */
    public PostListenerInvitation(ListenerPhones phones, GetListenersPage page) {
        this.phones = phones;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        String name = form.text(GetListenersPage.NAME, ListenerPhone.NAME_LENGTH_MAX);
        String chosen = form.typed(GetListenersPage.OUTLET);
        Optional<OutletId> outlet = OutletId.parse(chosen);
        if (outlet.isEmpty() && !chosen.isEmpty()) {
            form.fail(GetListenersPage.OUTLET, "form.choice");
        }
        if (!form.isGood()) {
            return page.page(Own.UNPROCESSABLE, call, transaction, form);
        }
        ListenerPhones.Owner owner = new ListenerPhones.Owner(Own.merchant(call), Own.actor(call));
        return switch (phones.invite(transaction, owner, new ListenerPhones.Wish(name, outlet))) {
            case ListenerPhones.Invited invited -> page.invited(call, transaction, invited);
            case ListenerPhones.NoSuchOutlet none -> throw Own.notFound();
            case ListenerPhones.TooMany(int max) -> {
                form.fail(GetListenersPage.NAME, "profile.listener.many", max);
                yield page.page(Own.UNPROCESSABLE, call, transaction, form);
            }
        };
    }
}
