package vn.phopay.web.geo;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;

/** GET /dia-gioi/lich: when a walking zone is open. */
public final class GetCalendarPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(GeoPath.CALENDARS, Access.ANALYSTS);

    private final CalendarPage page;

    /** Shows {@code page}. */
    public GetCalendarPage(CalendarPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(200, call, transaction, Form.empty());
    }
}
