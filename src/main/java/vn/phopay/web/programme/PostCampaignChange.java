package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.programme.Campaign;
import vn.phopay.programme.KeepCampaigns;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /thanh-pho/chien-dich/{campaign}: changes a campaign. */
public final class PostCampaignChange implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.CAMPAIGN, Access.ANALYSTS);
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final CampaignPages pages;
    private final KeepCampaigns keep;

    /** Writes by {@code keep}; {@code pages} show a form that was wrong. */
    public PostCampaignChange(CampaignPages pages, KeepCampaigns keep) {
        this.pages = pages;
        this.keep = keep;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Campaign read = pages.campaign(call, transaction);
        Form form = Form.of(call);
        Optional<Campaign.Plan> plan = pages.read(call, form);
        if (plan.isEmpty()) {
            return pages.edit(UNPROCESSABLE, call, Optional.of(read), form);
        }
        boolean same = form.typed(CampaignPages.VERSION).equals(Long.toString(read.version()));
        if (!same || !keep.change(transaction, read, plan.get(), ProgrammeParts.actor(call))) {
            form.fail(CampaignPages.NAME_VI, "programme.meanwhile");
            return pages.edit(CONFLICT, call, Optional.of(read), form);
        }
        return PageKit.seeOther(ProgrammePath.CAMPAIGNS, "programme.campaign.saved");
    }
}
