package vn.phopay.web.desk.staff;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.access.Screens;
import vn.phopay.access.SessionList;
import vn.phopay.access.SessionToken;
import vn.phopay.http.Access;
import vn.phopay.http.Authenticated;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.access.SessionCookie;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Desk;
import vn.phopay.web.desk.Shown;

/** POST /nhan-su/man-hinh: makes this machine a screen; whoever is logged in on it is out, and the wall is shown. */
public final class PostScreen implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ScreenPage.PATH, Access.ADMIN);

    private final Screens screens;
    private final ScreenPage page;
    private final SessionCookie cookie;

    /** Hands over by {@code screens}; faults are shown on {@code page}. */
    public PostScreen(Screens screens, ScreenPage page, SessionCookie cookie) {
        this.screens = screens;
        this.page = page;
        this.cookie = cookie;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        String name = form.text("name", Screens.NAME_LENGTH_MAX);
        if (!form.isGood()) {
            return page.page(call, transaction, Shown.again(form));
        }
        SessionList.Asker asker = new SessionList.Asker(Desk.actor(call), Authenticated.tokenOf(call).orElse(""));
        SessionToken token = screens.open(transaction, name, asker);
        return PageKit.seeOther("/man-hinh").with("set-cookie", cookie.set(token, Screens.LIFE));
    }
}
