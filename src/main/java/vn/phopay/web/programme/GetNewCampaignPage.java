package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;

/** GET /thanh-pho/chien-dich/moi: the form of a new campaign. */
public final class GetNewCampaignPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.CAMPAIGNS + "/moi", Access.ANALYSTS);
    private static final int OK = 200;

    private final CampaignPages pages;

    /** Shows {@code pages}. */
    public GetNewCampaignPage(CampaignPages pages) {
        this.pages = pages;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return pages.edit(OK, call, Optional.empty(), Form.empty());
    }
}
