package vn.phopay.web.geo;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;

/** GET /dia-gioi/{id}: one edition and what it moves. */
public final class GetEditionPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(GeoPath.EDITIONS + "/{id}", Access.STAFF);

    private final EditionPage page;

    /** Shows {@code page}. */
    public GetEditionPage(EditionPage page) {
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
