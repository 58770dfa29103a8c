package vn.phopay.web.desk.staff;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.access.Screens;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.ScreenId;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Desk;

/** POST /nhan-su/man-hinh/{id}/ngung: ends a screen; it shows that within seconds, and no new figures. */
public final class PostScreenEnd implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ScreenPage.PATH + "/{id}/ngung", Access.ADMIN);

    private final Screens screens;

    /** Ends one of {@code screens}. */
    public PostScreenEnd(Screens screens) {
        this.screens = screens;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    /** One that somebody else ended a moment ago is ended as well, so there is nothing to tell apart. */
    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        ScreenId id = ScreenId.parse(call.path("id")).orElseThrow(Desk::notFound);
        boolean ended = screens.end(transaction, id, Desk.actor(call));
        return PageKit.seeOther(ScreenPage.PATH, ended ? "staff.screenEnded" : "staff.screenGone");
    }
}
