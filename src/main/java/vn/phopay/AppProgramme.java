package vn.phopay;

import java.util.List;
import vn.phopay.access.AuditView;
import vn.phopay.figure.ReadFigures;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.metric.MetricBook;
import vn.phopay.programme.AssignWalkList;
import vn.phopay.programme.EndWalkList;
import vn.phopay.programme.HandOverWalkList;
import vn.phopay.programme.ImportPremises;
import vn.phopay.programme.KeepCampaigns;
import vn.phopay.programme.KeepTargets;
import vn.phopay.programme.PremisesStore;
import vn.phopay.programme.ReadCampaigns;
import vn.phopay.programme.ReadDataQuality;
import vn.phopay.programme.ReadFunnel;
import vn.phopay.programme.ReadHelpers;
import vn.phopay.programme.ReadTargets;
import vn.phopay.programme.RecordVisit;
import vn.phopay.programme.TargetOutlook;
import vn.phopay.programme.WalkListStore;
import vn.phopay.web.PageKit;
import vn.phopay.web.programme.CampaignPages;
import vn.phopay.web.programme.GetBankLeaguePage;
import vn.phopay.web.programme.GetCampaignPage;
import vn.phopay.web.programme.GetCampaignsPage;
import vn.phopay.web.programme.GetDataQualityPage;
import vn.phopay.web.programme.GetDistrictPage;
import vn.phopay.web.programme.GetFunnelPage;
import vn.phopay.web.programme.GetNewCampaignPage;
import vn.phopay.web.programme.GetNewTargetPage;
import vn.phopay.web.programme.GetPremisesPage;
import vn.phopay.web.programme.GetRegisterFile;
import vn.phopay.web.programme.GetRegisterPage;
import vn.phopay.web.programme.GetStreetPage;
import vn.phopay.web.programme.GetTargetPage;
import vn.phopay.web.programme.GetTargetsPage;
import vn.phopay.web.programme.GetWalkList;
import vn.phopay.web.programme.GetWalkLists;
import vn.phopay.web.programme.GetWardPage;
import vn.phopay.web.programme.GetZonePage;
import vn.phopay.web.programme.PostCampaign;
import vn.phopay.web.programme.PostCampaignChange;
import vn.phopay.web.programme.PostCampaignRemoval;
import vn.phopay.web.programme.PostPremises;
import vn.phopay.web.programme.PostPremisesChange;
import vn.phopay.web.programme.PostPremisesImport;
import vn.phopay.web.programme.PostPremisesLink;
import vn.phopay.web.programme.PostPremisesPreview;
import vn.phopay.web.programme.PostTarget;
import vn.phopay.web.programme.PostTargetChange;
import vn.phopay.web.programme.PostTargetRemoval;
import vn.phopay.web.programme.PostVisit;
import vn.phopay.web.programme.PostWalkEnd;
import vn.phopay.web.programme.PostWalkHandover;
import vn.phopay.web.programme.PostWalkList;
import vn.phopay.web.programme.PremisesPage;
import vn.phopay.web.programme.ProgrammeParts;
import vn.phopay.web.programme.RegisterPage;
import vn.phopay.web.programme.StreetPage;
import vn.phopay.web.programme.TargetPages;
import vn.phopay.web.programme.WalkPage;
import vn.phopay.zone.ZoneStore;

/** Wires the pages from which the city runs its programme. */
final class AppProgramme {
    private final AppParts parts;
    private final PageKit kit;
    private final ProgrammeParts programme;
    private final PremisesStore premises;
    private final WalkListStore walks;
    private final ReadHelpers helpers = new ReadHelpers();

    AppProgramme(AppParts parts, PageKit kit) {
        this.parts = parts;
        this.kit = kit;
        this.programme = new ProgrammeParts(kit, MetricBook.load(), parts.places(), new ReadFigures(),
                new ReadCampaigns(), new AuditView(parts.ids(), parts.clock()), parts.clock());
        this.premises = new PremisesStore(parts.ids(), parts.clock());
        this.walks = new WalkListStore(parts.ids(), parts.clock());
    }

    /** Pages of places and what is done there. */
    List<TransactionalEndpoint> places() {
        StreetPage street = new StreetPage(programme, premises, walks, helpers);
        RegisterPage register = new RegisterPage(programme, premises);
        PremisesPage one = new PremisesPage(programme, premises);
        ImportPremises imports = new ImportPremises(premises, parts.audit());
        WalkPage walk = new WalkPage(programme, walks, helpers);
        return List.of(
                new GetDistrictPage(programme),
                new GetWardPage(programme),
                new GetZonePage(programme, new ZoneStore()),
                new GetStreetPage(street),
                new PostWalkList(street, new AssignWalkList(walks, parts.audit())),
                new GetRegisterPage(register),
                new GetRegisterFile(register),
                new PostPremises(register, parts.audit()),
                new PostPremisesPreview(register, imports),
                new PostPremisesImport(register, imports),
                new GetPremisesPage(one),
                new PostPremisesChange(one, parts.audit()),
                new PostPremisesLink(one, parts.audit()),
                new GetWalkLists(programme, walks),
                new GetWalkList(walk),
                new PostVisit(walk, new RecordVisit(walks, premises, parts.clock()), kit),
                new PostWalkHandover(walk, new HandOverWalkList(walks, parts.audit())),
                new PostWalkEnd(walk, new EndWalkList(walks, parts.audit())));
    }

    /** Pages of the whole programme. */
    List<TransactionalEndpoint> pages() {
        ReadTargets read = new ReadTargets(parts.clock());
        KeepTargets keep = new KeepTargets(parts.audit(), parts.ids(), parts.clock());
        TargetPages targets = new TargetPages(programme, read,
                new TargetOutlook(programme.figures(), programme.book(), parts.clock()),
                new TargetPages.Setting(helpers, parts.config().programme().plans()));
        CampaignPages campaigns = new CampaignPages(programme);
        KeepCampaigns keepCampaigns = new KeepCampaigns(parts.audit(), parts.ids());
        return List.of(
                new GetTargetsPage(targets),
                new GetNewTargetPage(targets),
                new GetTargetPage(targets),
                new PostTarget(targets, keep),
                new PostTargetChange(targets, keep),
                new PostTargetRemoval(targets, keep),
                new GetCampaignsPage(campaigns),
                new GetNewCampaignPage(campaigns),
                new GetCampaignPage(campaigns),
                new PostCampaign(campaigns, keepCampaigns),
                new PostCampaignChange(campaigns, keepCampaigns),
                new PostCampaignRemoval(campaigns, keepCampaigns),
                new GetFunnelPage(programme, new ReadFunnel(parts.clock())),
                new GetBankLeaguePage(programme),
                new GetDataQualityPage(programme, new ReadDataQuality(parts.clock())));
    }
}
