package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** GET /thanh-pho/chien-dich: the campaigns, the latest first. */
public final class GetCampaignsPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.CAMPAIGNS, Access.STAFF);

    private final CampaignPages pages;

    /** Shows {@code pages}. */
    public GetCampaignsPage(CampaignPages pages) {
        this.pages = pages;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return pages.list(call, transaction);
    }
}
