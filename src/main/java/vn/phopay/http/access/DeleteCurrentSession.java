package vn.phopay.http.access;

import io.vertx.core.Future;
import vn.phopay.access.Sessions;
import vn.phopay.http.Access;
import vn.phopay.http.Authenticated;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;

/** DELETE /api/v1/sessions/current: ends the session that the call was made with, and clears its cookie. */
public final class DeleteCurrentSession implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.delete(
            "/api/v1/sessions/current", Access.SESSION.evenBeforeOwnPassword());

    private final Sessions sessions;
    private final SessionCookie cookie;

    /** Ends sessions of {@code sessions}; {@code secureCookie} where the public URL is https. */
    public DeleteCurrentSession(Sessions sessions, boolean secureCookie) {
        this.sessions = sessions;
        this.cookie = new SessionCookie(secureCookie);
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return sessions.end(Authenticated.tokenOf(call).orElse(""))
                .map(ended -> Reply.noContent().with("set-cookie", cookie.clear()));
    }
}
