package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** GET /thanh-pho/pho/{streetId}/danh-ba/{premises}: one place of trade; the look is kept. */
public final class GetPremisesPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.PREMISES, Access.STAFF);
    private static final int OK = 200;

    private final PremisesPage page;

    /** Shows {@code page}. */
    public GetPremisesPage(PremisesPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(OK, call, transaction,
                PremisesForm.showing(page.premises(call, transaction).seen()));
    }
}
