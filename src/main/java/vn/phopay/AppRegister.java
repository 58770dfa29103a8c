package vn.phopay;

import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.access.LogIn;
import vn.phopay.access.PasswordHasher;
import vn.phopay.consent.Consents;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.access.SessionCookie;
import vn.phopay.merchant.MerchantRules;
import vn.phopay.merchant.RegisterMerchant;
import vn.phopay.qr.BankTable;
import vn.phopay.registration.AssistedShops;
import vn.phopay.registration.BankChoices;
import vn.phopay.registration.CheckAnswers;
import vn.phopay.registration.DraftStore;
import vn.phopay.registration.PasswordLinkStore;
import vn.phopay.registration.PasswordLinks;
import vn.phopay.registration.PathToFirstPayment;
import vn.phopay.registration.PlaceChoices;
import vn.phopay.registration.ResumeDraft;
import vn.phopay.registration.SubmitDraft;
import vn.phopay.web.PageKit;
import vn.phopay.web.register.DraftCookie;
import vn.phopay.web.register.GetAssistedScreen;
import vn.phopay.web.register.GetAssistedShop;
import vn.phopay.web.register.GetAssistedShops;
import vn.phopay.web.register.GetDraftClaim;
import vn.phopay.web.register.GetFirstPaymentPath;
import vn.phopay.web.register.GetPasswordPage;
import vn.phopay.web.register.GetRegisterScreen;
import vn.phopay.web.register.GetRegisterStart;
import vn.phopay.web.register.PickLists;
import vn.phopay.web.register.PostAssistedDraft;
import vn.phopay.web.register.PostAssistedRegistration;
import vn.phopay.web.register.PostAssistedScreen;
import vn.phopay.web.register.PostDraftClaim;
import vn.phopay.web.register.PostDraftCode;
import vn.phopay.web.register.PostDraftRemoval;
import vn.phopay.web.register.PostPassword;
import vn.phopay.web.register.PostPasswordLink;
import vn.phopay.web.register.PostRegisterScreen;
import vn.phopay.web.register.PostRegistration;
import vn.phopay.web.register.SaveScreen;
import vn.phopay.web.register.ScreenPages;

/** Wires the pages on which shops are registered. */
final class AppRegister {
    private final AppParts parts;
    private final PasswordHasher hasher;
    private final LogIn logIn;
    private final PageKit kit;
    private final SecureRandom random = new SecureRandom();
    private final DraftStore drafts;
    private final ScreenPages screens;
    private final SaveScreen save;
    private final SubmitDraft submit;
    private final Consents consents;
    private final PasswordLinks links;
    private final AssistedShops shops = new AssistedShops();

    AppRegister(AppParts parts, PasswordHasher hasher, LogIn logIn, PageKit kit) {
        this.parts = parts;
        this.hasher = hasher;
        this.logIn = logIn;
        this.kit = kit;
        this.drafts = new DraftStore(parts.ids(), parts.clock());
        this.consents = new Consents(parts.ids(), parts.clock());
        CheckAnswers check = new CheckAnswers(new MerchantRules(
                parts.places(), bin -> BankTable.standard().find(bin).isPresent(), parts.clock()));
        PickLists lists = new PickLists(new PlaceChoices(parts.places(), parts.clock()), BankChoices.standard());
        this.screens = new ScreenPages(kit, drafts, check, lists);
        this.save = new SaveScreen(screens, parts.pool());
        this.submit = new SubmitDraft(
                drafts, check, new RegisterMerchant(parts.merchants(), parts.credentials()), consents);
        this.links = new PasswordLinks(new PasswordLinkStore(),
                new PasswordLinks.Parts(parts.credentials(), hasher, parts.audit()), parts.clock(), random);
    }

    /** Pages that may be looked at as often as other public ones, and those of staff. */
    List<TransactionalEndpoint> pages() {
        PathToFirstPayment path = new PathToFirstPayment();
        return List.of(
                new GetRegisterStart(screens),
                new GetRegisterScreen(screens, random),
                new GetFirstPaymentPath(path, kit),
                new GetDraftClaim(kit),
                new GetPasswordPage(links, kit),
                new GetAssistedShops(drafts, shops, kit),
                new PostAssistedDraft(drafts),
                new GetAssistedScreen(screens),
                new PostAssistedScreen(save),
                new PostAssistedRegistration(save, submit, hasher, random),
                new GetAssistedShop(shops, path, consents, kit),
                new PostPasswordLink(links, shops, kit, publicUrl()));
    }

    /** What strangers send: as often as they may log in. */
    List<TransactionalEndpoint> limited() {
        boolean secure = "https".equals(publicUrl().getScheme());
        DraftCookie draftCookie = new DraftCookie(secure);
        SessionCookie sessionCookie = new SessionCookie(secure);
        ResumeDraft resume = new ResumeDraft(drafts, parts.clock(), random);
        List<TransactionalEndpoint> limited = new ArrayList<>(PostDraftRemoval.all(drafts));
        limited.add(new PostRegisterScreen(save, draftCookie, random));
        limited.add(new PostRegistration(save,
                new PostRegistration.Parts(submit, hasher, logIn, sessionCookie), parts.clock()));
        limited.add(new PostDraftCode(resume, kit, publicUrl()));
        limited.add(new PostDraftClaim(resume, draftCookie, kit));
        limited.add(new PostPassword(links, new GetPasswordPage(links, kit),
                new PostPassword.Parts(hasher, logIn, sessionCookie, parts.clock()), parts.pool()));
        return limited;
    }

    private URI publicUrl() {
        return parts.config().http().publicUrl();
    }
}
