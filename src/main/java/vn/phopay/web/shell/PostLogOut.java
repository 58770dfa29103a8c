package vn.phopay.web.shell;

import io.vertx.core.Future;
import vn.phopay.access.Sessions;
import vn.phopay.http.Access;
import vn.phopay.http.Authenticated;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.access.SessionCookie;
import vn.phopay.web.PageKit;

/** POST /dang-xuat: ends the browser's session and clears its cookie. */
public final class PostLogOut implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form("/dang-xuat", Access.SESSION.evenBeforeOwnPassword());

    private final Sessions sessions;
    private final SessionCookie cookie;

    /** Ends sessions of {@code sessions}. */
    public PostLogOut(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return sessions.end(Authenticated.tokenOf(call).orElse(""))
                .map(ended -> PageKit.seeOther("/").with("set-cookie", cookie.clear()));
    }
}
