package vn.phopay.web.live;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Optional;
import vn.phopay.access.ListenerPhones;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** GET /may-nghe: asks whether to pair this phone by the link {@code ?ma=}, or for the shop's number and code. */
public final class GetPairingPage implements Endpoint {
    /** Its address, and that of the form. */
    static final String PATH = "/may-nghe";
    /** Where a link's secret stands. */
    static final String LINK = "ma";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.ANYONE);
    private static final String TEMPLATE = "live/pair";

    private final ListenerPhones phones;
    private final PageKit kit;
    private final Pool pool;

    /** A page about invitations of {@code phones}. */
    GetPairingPage(ListenerPhones phones, PageKit kit, Pool pool) {
        this.phones = phones;
        this.kit = kit;
        this.pool = pool;
    }

    /** Whether somebody is logged in on this device: it would lose that session by being paired. */
    static boolean isTaken(Call call) {
        return Optional.ofNullable(call.caller())
                .map(Principal::role)
                .filter(role -> role != Role.LISTENER)
                .isPresent();
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        View view = kit.view(call);
        if (isTaken(call)) {
            return Future.succeededFuture(kit.page(view, TEMPLATE, PairingModel.ofTaken()));
        }
        Optional<String> link = call.queryParameter(LINK);
        return link.map(secret -> phones.invitation(pool, secret)
                        .map(found -> found.map(invitation -> PairingModel.ofInvitation(secret, invitation))
                                .orElseGet(() -> PairingModel.ofForm(true, Form.empty()))))
                .orElseGet(() -> Future.succeededFuture(PairingModel.ofForm(false, Form.empty())))
                .map(model -> kit.page(view, TEMPLATE, model));
    }
}
