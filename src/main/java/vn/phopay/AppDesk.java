package vn.phopay;

import java.util.ArrayList;
import java.util.List;
import vn.phopay.access.AuditView;
import vn.phopay.access.ChangePassword;
import vn.phopay.access.ChangeStaff;
import vn.phopay.access.ConfirmPassword;
import vn.phopay.access.EndStaffAccess;
import vn.phopay.access.LogIn;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.RegisterStaff;
import vn.phopay.access.RenewStaffPassword;
import vn.phopay.access.Screens;
import vn.phopay.access.SearchAudit;
import vn.phopay.access.SessionList;
import vn.phopay.access.StaffDesk;
import vn.phopay.access.StaffDirectory;
import vn.phopay.approval.ApprovalQueue;
import vn.phopay.approval.ApproveMany;
import vn.phopay.approval.ShopHistory;
import vn.phopay.config.AccessConfig;
import vn.phopay.consent.Consents;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.access.SessionCookie;
import vn.phopay.merchant.CloseMerchant;
import vn.phopay.merchant.DecideMerchant;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.printing.PrintBatchStore;
import vn.phopay.printing.RecallBatch;
import vn.phopay.profile.DecideDeletion;
import vn.phopay.profile.DeletionStore;
import vn.phopay.profile.EraseMerchant;
import vn.phopay.reconciliation.AcknowledgeCase;
import vn.phopay.reconciliation.AnswerProposal;
import vn.phopay.reconciliation.CaseDesk;
import vn.phopay.reconciliation.CaseHistory;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.reconciliation.FindOutlets;
import vn.phopay.reconciliation.ResolveCase;
import vn.phopay.safety.CaseReports;
import vn.phopay.safety.CheckedShare;
import vn.phopay.safety.TamperQueue;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.approve.ApprovalList;
import vn.phopay.web.desk.approve.ApprovalShopPage;
import vn.phopay.web.desk.approve.GetApprovalShop;
import vn.phopay.web.desk.approve.GetApprovals;
import vn.phopay.web.desk.approve.PostApprovals;
import vn.phopay.web.desk.approve.PostShopDecision;
import vn.phopay.web.desk.audit.GetAuditCsv;
import vn.phopay.web.desk.audit.GetAuditPage;
import vn.phopay.web.desk.cases.CasePage;
import vn.phopay.web.desk.cases.GetCasePage;
import vn.phopay.web.desk.cases.GetCasesPage;
import vn.phopay.web.desk.cases.PostCaseStep;
import vn.phopay.web.desk.deletion.DeletionPage;
import vn.phopay.web.desk.deletion.GetDeletionDesk;
import vn.phopay.web.desk.deletion.GetDeletionRequestPage;
import vn.phopay.web.desk.deletion.PostDeletionStep;
import vn.phopay.web.desk.safety.GetSafetyCase;
import vn.phopay.web.desk.safety.GetSafetyDesk;
import vn.phopay.web.desk.safety.PostBatchRecall;
import vn.phopay.web.desk.safety.PostCodeRevocations;
import vn.phopay.web.desk.safety.PostSafetyStep;
import vn.phopay.web.desk.safety.SafetyCasePage;
import vn.phopay.web.desk.staff.GetNewStaffMember;
import vn.phopay.web.desk.staff.GetOwnPassword;
import vn.phopay.web.desk.staff.GetScreens;
import vn.phopay.web.desk.staff.GetStaffList;
import vn.phopay.web.desk.staff.GetStaffMember;
import vn.phopay.web.desk.staff.PostNewStaffMember;
import vn.phopay.web.desk.staff.PostOwnPassword;
import vn.phopay.web.desk.staff.PostScreen;
import vn.phopay.web.desk.staff.PostScreenEnd;
import vn.phopay.web.desk.staff.PostStaffChange;
import vn.phopay.web.desk.staff.PostStaffEnd;
import vn.phopay.web.desk.staff.PostStaffPassword;
import vn.phopay.web.desk.staff.ScreenPage;
import vn.phopay.web.desk.staff.StaffForm;
import vn.phopay.web.desk.staff.StaffPages;

/** Wires the desks of the city's staff. */
final class AppDesk {
    private final AppParts parts;
    private final AppIssuing issuing;
    private final PasswordHasher hasher;
    private final PageKit kit;
    private final MerchantRegistry registry;

    AppDesk(AppParts parts, AppIssuing issuing, PasswordHasher hasher, PageKit kit) {
        this.parts = parts;
        this.issuing = issuing;
        this.hasher = hasher;
        this.kit = kit;
        this.registry = parts.merchants();
    }

    List<TransactionalEndpoint> pages() {
        List<TransactionalEndpoint> pages = new ArrayList<>(approval());
        pages.addAll(cases());
        pages.addAll(safety());
        pages.addAll(staff());
        pages.addAll(audit());
        pages.addAll(deletions());
        return pages;
    }

    private List<TransactionalEndpoint> approval() {
        ApprovalQueue queue = new ApprovalQueue();
        ApprovalList list = new ApprovalList(queue, parts.places(), parts.clock(), kit);
        DecideMerchant decide = new DecideMerchant(registry);
        ApprovalShopPage page = new ApprovalShopPage(
                new ApprovalShopPage.Sources(registry, queue, new ShopHistory(),
                        new Consents(parts.ids(), parts.clock())),
                parts.places(), kit);
        return List.of(
                new GetApprovals(list),
                new PostApprovals(new ApproveMany(decide, parts.pool()), queue, list, kit),
                new GetApprovalShop(registry, page),
                new PostShopDecision(decide, registry, page));
    }

    private List<TransactionalEndpoint> cases() {
        CaseReader reader = new CaseReader();
        CaseDesk desk = new CaseDesk(parts.ids(), parts.clock());
        ResolveCase resolve = new ResolveCase(desk, parts.caseEffects());
        CasePage page = new CasePage(reader, new CaseHistory(), registry.merchants(),
                new CasePage.Desks(new FindOutlets(), parts.clock(), kit));
        return List.of(
                new GetCasesPage(reader, parts.banks()::codes, parts.clock(), kit),
                new GetCasePage(reader, page, new AuditView(parts.ids(), parts.clock())),
                new PostCaseStep(reader, new PostCaseStep.Steps(
                        new AcknowledgeCase(desk), resolve, new AnswerProposal(desk, resolve)), page));
    }

    private List<TransactionalEndpoint> safety() {
        CaseReader reader = new CaseReader();
        CaseDesk desk = new CaseDesk(parts.ids(), parts.clock());
        PrintBatchStore batches = new PrintBatchStore();
        SafetyCasePage page = new SafetyCasePage(
                new SafetyCasePage.Sources(new CaseHistory(), new CaseReports(), registry.merchants()),
                new SafetyCasePage.Codes(issuing.parts().codes(), batches), parts.clock(), kit);
        return List.of(
                new GetSafetyDesk(new TamperQueue(parts.clock()), new CheckedShare(parts.clock()), parts.places(),
                        new GetSafetyDesk.Look(parts.clock(), kit)),
                new GetSafetyCase(reader, page),
                new PostSafetyStep(reader, new PostSafetyStep.Steps(
                        new AcknowledgeCase(desk), new ResolveCase(desk, parts.caseEffects())), page),
                new PostCodeRevocations(reader, issuing.revokeQrCode(), page),
                new PostBatchRecall(reader,
                        new RecallBatch(batches, issuing.revokeQrCode(), parts.audit(), parts.clock()), page));
    }

    /** The form for somebody new stands before the pages of those who are there. */
    private List<TransactionalEndpoint> staff() {
        StaffDesk desk = new StaffDesk(parts.audit(), parts.clock());
        StaffDirectory directory = new StaffDirectory();
        StaffForm fields = new StaffForm(parts.places());
        StaffPages pages = new StaffPages(fields, kit);
        GetOwnPassword own = new GetOwnPassword(kit);
        Screens screens = new Screens(parts.sessions(), parts.audit(), parts.ids(), parts.clock());
        ScreenPage screenPage = new ScreenPage(screens, kit);
        SessionCookie cookie = new SessionCookie("https".equals(parts.config().http().publicUrl().getScheme()));
        return List.of(
                new GetScreens(screenPage),
                new PostScreen(screens, screenPage, cookie),
                new PostScreenEnd(screens),
                new GetStaffList(directory, fields, kit),
                new GetNewStaffMember(pages),
                new PostNewStaffMember(new RegisterStaff(parts.staffParts(hasher), parts.ids(), parts.clock()),
                        hasher, fields, pages),
                new GetStaffMember(directory, pages),
                new PostStaffChange(new ChangeStaff(desk), directory, fields, pages),
                new PostStaffEnd(new EndStaffAccess(desk), directory, pages),
                new PostStaffPassword(new RenewStaffPassword(desk), hasher, directory, pages),
                own,
                new PostOwnPassword(changePassword(), own));
    }

    private List<TransactionalEndpoint> audit() {
        SearchAudit search = new SearchAudit(parts.audit());
        return List.of(
                new GetAuditPage(search, new StaffDirectory(), parts.clock(), kit),
                new GetAuditCsv(search, parts.clock()));
    }

    private List<TransactionalEndpoint> deletions() {
        DeletionStore store = new DeletionStore();
        DeletionPage page = new DeletionPage(store, new StaffDirectory(), parts.clock(), kit);
        DecideDeletion decide = new DecideDeletion(
                registry, store, new EraseMerchant(new CloseMerchant(registry), parts.clock()));
        return List.of(
                new GetDeletionDesk(store, parts.clock(), kit),
                new GetDeletionRequestPage(store, page),
                new PostDeletionStep(decide, store, page));
    }

    private ChangePassword changePassword() {
        AccessConfig access = parts.config().access();
        ConfirmPassword confirm = new ConfirmPassword(parts.pool(),
                new LogIn.Parts(parts.credentials(), hasher, parts.sessions()),
                new LogIn.Lockout(access.loginFailuresMax(), access.loginLock()), parts.clock());
        return new ChangePassword(confirm, hasher, parts.credentials(),
                new SessionList(parts.audit(), parts.clock()), parts.audit());
    }
}
