package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.programme.Campaign;

/** GET /thanh-pho/chien-dich/{campaign}: the form of a campaign. */
public final class GetCampaignPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.CAMPAIGN, Access.ANALYSTS);
    private static final int OK = 200;

    private final CampaignPages pages;

    /** Shows {@code pages}. */
    public GetCampaignPage(CampaignPages pages) {
        this.pages = pages;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Campaign campaign = pages.campaign(call, transaction);
        return pages.edit(OK, call, Optional.of(campaign), CampaignPages.showing(campaign));
    }
}
