package vn.phopay.web.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.access.OpenSession;
import vn.phopay.access.SessionList;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.PageKit;

/** GET /ho-so/thiet-bi: where somebody is logged in to this shop, and the end of each. */
public final class GetDevicesPage implements TransactionalEndpoint {
    static final String PATH = "/ho-so/thiet-bi";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.OWNER);

    private final SessionList sessions;
    private final PageKit kit;

    /** Reads from {@code sessions}. */
    public GetDevicesPage(SessionList sessions, PageKit kit) {
        this.sessions = sessions;
        this.kit = kit;
    }

    /** What the page shows: log-ins, this one first. */
    public record Model(List<OpenSession> sessions) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Model model = new Model(Future.await(sessions.list(transaction, Own.asker(call))));
        return kit.page(kit.view(call), "profile/devices", model);
    }
}
