package vn.phopay;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import vn.phopay.access.ChangePassword;
import vn.phopay.access.ConfirmPassword;
import vn.phopay.access.ListenerPhones;
import vn.phopay.access.LogIn;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.SessionList;
import vn.phopay.config.AccessConfig;
import vn.phopay.config.ProfileConfig;
import vn.phopay.consent.Consents;
import vn.phopay.http.Endpoint;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.profile.GetDeletionRequest;
import vn.phopay.http.profile.GetDeletionRequests;
import vn.phopay.http.profile.PostDeletionDecision;
import vn.phopay.issuing.OldAccountCodes;
import vn.phopay.merchant.ChangeAccount;
import vn.phopay.merchant.CloseMerchant;
import vn.phopay.merchant.EditMerchant;
import vn.phopay.merchant.EditOutlet;
import vn.phopay.merchant.LocateOutlet;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.MerchantRules;
import vn.phopay.merchant.WithdrawAccountChange;
import vn.phopay.profile.DecideDeletion;
import vn.phopay.profile.DeletionStore;
import vn.phopay.profile.EraseMerchant;
import vn.phopay.profile.ExportMerchantData;
import vn.phopay.profile.ExportParts;
import vn.phopay.profile.RequestDeletion;
import vn.phopay.profile.WithdrawDeletion;
import vn.phopay.qr.BankTable;
import vn.phopay.web.PageKit;
import vn.phopay.web.profile.AskPassword;
import vn.phopay.web.profile.GetAccountPage;
import vn.phopay.web.profile.GetDataPage;
import vn.phopay.web.profile.GetDeletionPage;
import vn.phopay.web.profile.GetDevicesPage;
import vn.phopay.web.profile.GetListenersPage;
import vn.phopay.web.profile.GetOutletPage;
import vn.phopay.web.profile.GetPasswordPage;
import vn.phopay.web.profile.GetPhonePage;
import vn.phopay.web.profile.GetProfilePage;
import vn.phopay.web.profile.GetShopPage;
import vn.phopay.web.profile.PostAccountChange;
import vn.phopay.web.profile.PostAccountWithdrawal;
import vn.phopay.web.profile.PostCodeReissue;
import vn.phopay.web.profile.PostConsent;
import vn.phopay.web.profile.PostDataExport;
import vn.phopay.web.profile.PostDeletion;
import vn.phopay.web.profile.PostDeletionWithdrawal;
import vn.phopay.web.profile.PostListenerEnd;
import vn.phopay.web.profile.PostListenerInvitation;
import vn.phopay.web.profile.PostOtherSessionsEnd;
import vn.phopay.web.profile.PostOutlet;
import vn.phopay.web.profile.PostPassword;
import vn.phopay.web.profile.PostPhone;
import vn.phopay.web.profile.PostSessionEnd;
import vn.phopay.web.profile.PostShop;

/** Wires what a shop owner looks after himself, and what staff decide about it. */
final class AppProfile {
    private final AppParts parts;
    private final PasswordHasher hasher;
    private final PageKit kit;
    private final MerchantRegistry registry;
    private final AskPassword ask;
    private final DeletionStore deletions = new DeletionStore();

    AppProfile(AppParts parts, PasswordHasher hasher, PageKit kit) {
        this.parts = parts;
        this.hasher = hasher;
        this.kit = kit;
        this.registry = parts.merchants();
        this.ask = new AskPassword(confirm());
    }

    List<TransactionalEndpoint> transactional() {
        EraseMerchant erase = new EraseMerchant(new CloseMerchant(registry), parts.clock());
        return PostDeletionDecision.all(new DecideDeletion(registry, deletions, erase));
    }

    List<Endpoint> endpoints() {
        return List.of(
                new GetDeletionRequests(deletions, parts.pool()), new GetDeletionRequest(deletions, parts.pool()));
    }

    List<TransactionalEndpoint> pages() {
        return Stream.of(shopPages(), accountPages(), accessPages(), dataPages()).flatMap(List::stream).toList();
    }

    /** Pages that take longer than others, and how long. */
    List<TransactionalEndpoint> slowPages() {
        ProfileConfig config = parts.config().profile();
        ExportMerchantData export = new ExportMerchantData(parts.vertx(), parts.pool(),
                new ExportMerchantData.Settings(ExportParts.standard(), config.exportDir(), config.exportsMax()),
                parts.clock());
        return List.of(new PostDataExport(
                ask, export, new PostDataExport.Parts(parts.audit(), parts.clock()), dataPage(), kit));
    }

    private List<TransactionalEndpoint> shopPages() {
        GetShopPage shop = new GetShopPage(registry, kit);
        GetOutletPage outlet = new GetOutletPage(registry, parts.places(), kit);
        GetPhonePage phone = new GetPhonePage(registry, kit);
        return List.of(
                new GetProfilePage(
                        new GetProfilePage.Parts(registry, oldCodes(), deletions, parts.places()), kit),
                shop,
                new PostShop(registry, edit(), rules(), shop),
                outlet,
                new PostOutlet(new EditOutlet(registry, new LocateOutlet(parts.places())), outlet),
                phone,
                new PostPhone(ask, edit(), phone));
    }

    private List<TransactionalEndpoint> accountPages() {
        GetAccountPage account = new GetAccountPage(registry, oldCodes(), kit);
        return List.of(
                account,
                new PostAccountChange(ask, new ChangeAccount(registry, edit()), rules(), account),
                new PostAccountWithdrawal(new WithdrawAccountChange(registry)),
                new PostCodeReissue(new AppIssuing(parts).reissueCode(), account));
    }

    private List<TransactionalEndpoint> accessPages() {
        SessionList sessions = new SessionList(parts.audit(), parts.clock());
        GetPasswordPage password = new GetPasswordPage(kit);
        ChangePassword change =
                new ChangePassword(confirm(), hasher, parts.credentials(), sessions, parts.audit());
        ListenerPhones phones = parts.listenerPhones();
        GetListenersPage listeners =
                new GetListenersPage(phones, registry, parts.config().http().publicUrl(), kit);
        return List.of(
                listeners,
                new PostListenerInvitation(phones, listeners),
                new PostListenerEnd(phones),
                new GetDevicesPage(sessions, kit),
                new PostSessionEnd(sessions),
                new PostOtherSessionsEnd(sessions),
                password,
                new PostPassword(change, password));
    }

    private List<TransactionalEndpoint> dataPages() {
        Duration wait = parts.config().profile().deletionWait();
        GetDeletionPage deletion = new GetDeletionPage(wait, kit);
        return List.of(
                dataPage(),
                new PostConsent(consents()),
                deletion,
                new PostDeletion(ask, new RequestDeletion(registry, deletions, wait), deletion),
                new PostDeletionWithdrawal(new WithdrawDeletion(registry, deletions)));
    }

    private GetDataPage dataPage() {
        return new GetDataPage(deletions, consents(), kit);
    }

    private Consents consents() {
        return new Consents(parts.ids(), parts.clock());
    }

    private EditMerchant edit() {
        return new EditMerchant(registry, parts.credentials());
    }

    private MerchantRules rules() {
        return new MerchantRules(
                parts.places(), bin -> BankTable.standard().find(bin).isPresent(), parts.clock());
    }

    private OldAccountCodes oldCodes() {
        return new OldAccountCodes(parts.clock());
    }

    private ConfirmPassword confirm() {
        AccessConfig access = parts.config().access();
        return new ConfirmPassword(
                parts.pool(),
                new LogIn.Parts(parts.credentials(), hasher, parts.sessions()),
                new LogIn.Lockout(access.loginFailuresMax(), access.loginLock()),
                parts.clock());
    }
}
