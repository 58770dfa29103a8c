package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.programme.KeepCampaigns;
import vn.phopay.web.PageKit;

/** POST /thanh-pho/chien-dich/{campaign}/bo: removes a campaign; what it was stands in the audit log. */
public final class PostCampaignRemoval implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.CAMPAIGN + "/bo", Access.ANALYSTS);

    private final CampaignPages pages;
    private final KeepCampaigns keep;

    /** Writes by {@code keep}; {@code pages} show a form that was wrong. */
    public PostCampaignRemoval(CampaignPages pages, KeepCampaigns keep) {
        this.pages = pages;
        this.keep = keep;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        keep.remove(transaction, pages.campaign(call, transaction), ProgrammeParts.actor(call));
        return PageKit.seeOther(ProgrammePath.CAMPAIGNS, "programme.campaign.removed");
    }
}
