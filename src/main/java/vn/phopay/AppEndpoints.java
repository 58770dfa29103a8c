package vn.phopay;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.phopay.access.LogIn;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.RegisterStaff;
import vn.phopay.access.RememberedSessions;
import vn.phopay.adoption.Disclosure;
import vn.phopay.adoption.OutsiderRules;
import vn.phopay.adoption.ReadDistrict;
import vn.phopay.adoption.ReadDistricts;
import vn.phopay.adoption.ReadSeries;
import vn.phopay.bank.Dialects;
import vn.phopay.bank.ManageBanks;
import vn.phopay.bank.vietqrvn.VietqrvnTokens;
import vn.phopay.config.AccessConfig;
import vn.phopay.figure.ReadWithheldValues;
import vn.phopay.http.Authenticated;
import vn.phopay.http.Endpoint;
import vn.phopay.http.Followed;
import vn.phopay.http.Guarded;
import vn.phopay.http.IdempotencyKeys;
import vn.phopay.http.Measured;
import vn.phopay.http.RateLimited;
import vn.phopay.http.TokenBuckets;
import vn.phopay.http.Transactional;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.access.DeleteCurrentSession;
import vn.phopay.http.access.PostSessions;
import vn.phopay.http.access.PostStaff;
import vn.phopay.http.adoption.AdoptionEdge;
import vn.phopay.http.adoption.GetDistrict;
import vn.phopay.http.adoption.GetDistricts;
import vn.phopay.http.adoption.GetSeries;
import vn.phopay.http.bank.CreateBank;
import vn.phopay.http.bank.CreateBankKey;
import vn.phopay.http.bank.DeleteBankKey;
import vn.phopay.http.bank.GetBankCallback;
import vn.phopay.http.bank.GetBankKeys;
import vn.phopay.http.bank.PostBankCallback;
import vn.phopay.http.bank.PostVietqrvnToken;
import vn.phopay.http.bank.PostVietqrvnTransaction;
import vn.phopay.http.bank.TakeCallback;
import vn.phopay.http.merchant.GetMerchant;
import vn.phopay.http.merchant.GetVirtualAccounts;
import vn.phopay.http.merchant.ListMerchantsByFilter;
import vn.phopay.http.merchant.MerchantFields;
import vn.phopay.http.merchant.PatchMerchant;
import vn.phopay.http.merchant.PatchOutlet;
import vn.phopay.http.merchant.PostAccount;
import vn.phopay.http.merchant.PostMerchant;
import vn.phopay.http.merchant.PostMerchantDecision;
import vn.phopay.http.merchant.PostOutlet;
import vn.phopay.http.merchant.PostVirtualAccount;
import vn.phopay.http.place.GetPlaces;
import vn.phopay.merchant.AddAccount;
import vn.phopay.merchant.AddOutlet;
import vn.phopay.merchant.AddVirtualAccount;
import vn.phopay.merchant.DecideMerchant;
import vn.phopay.merchant.EditMerchant;
import vn.phopay.merchant.EditOutlet;
import vn.phopay.merchant.ListMerchants;
import vn.phopay.merchant.LocateOutlet;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.RegisterMerchant;
import vn.phopay.merchant.VirtualAccountStore;
import vn.phopay.qr.BankTable;
import vn.phopay.qr.SampleKeys;
import vn.phopay.web.AssetBook;
import vn.phopay.web.InHtml;
import vn.phopay.web.PageKit;
import vn.phopay.web.live.LivePages;

/** Lists every endpoint of the service and wraps each in what is common to all. */
final class AppEndpoints {
    private final AppParts parts;
    private final boolean demo;
    private final PasswordHasher hasher;
    private final IdempotencyKeys idempotencyKeys;
    private final AssetBook assets = AssetBook.load();
    private final PageKit kit = new PageKit(assets);
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final AppAnswers answers;
    private final RememberedSessions remembered;

    private AppEndpoints(AppParts parts, PasswordHasher hasher, boolean demo) {
        this.parts = parts;
        this.demo = demo;
        this.hasher = hasher;
        this.answers = new AppAnswers(parts);
        this.remembered = new RememberedSessions(parts.sessions(), parts.clock(), System::nanoTime);
        this.idempotencyKeys = new IdempotencyKeys(parts.clock(), parts.config().payment().idempotencyLifetime());
    }

    /** All endpoints, decorated, in no order that matters. */
    static List<Endpoint> of(AppParts parts, PasswordHasher hasher, AppEvents events, boolean demo) {
        AppEndpoints all = new AppEndpoints(parts, hasher, demo);
        all.addAccess();
        all.addMerchants();
        all.addBanks();
        AppIssuing issuing = new AppIssuing(parts);
        all.addIssuing(issuing);
        all.addAdoption();
        all.addCases(new AppCases(parts));
        all.addStatements(new AppStatements(parts));
        events.endpoints().forEach(all::add);
        events.transactional().forEach(all::add);
        all.addDays(new AppDays(parts));
        new AppPages(parts, all.assets).endpoints().forEach(all::add);
        all.addShell(new AppShell(parts, all.assets, all.kit));
        all.addPages(new AppToday(parts, issuing.parts(), all.kit).pages());
        all.addLive(new AppLive(parts, all.kit, events.opener()).pages());
        AppCode code = new AppCode(parts, issuing, all.kit);
        all.addPages(code.pages());
        code.files().forEach(all::addPage);
        all.addSafety(new AppSafety(parts));
        all.addPages(new AppDesk(parts, issuing, hasher, all.kit).pages());
        all.addBook(new AppBook(parts));
        all.addProfile(new AppProfile(parts, hasher, all.kit));
        all.addGeo(new AppGeo(parts));
        all.addRelease(new AppRelease(parts));
        all.addRegister(new AppRegister(parts, hasher, all.logIn(), all.kit));
        all.addCity(new AppCity(parts, all.answers.pages()));
        all.addProgramme(new AppProgramme(parts, all.kit));
        return List.copyOf(all.endpoints);
    }

    private void addAccess() {
        AccessConfig access = parts.config().access();
        boolean secureCookie = "https".equals(parts.config().http().publicUrl().getScheme());
        addLimited(new PostSessions(logIn(), secureCookie, parts.clock()), limit(access.loginRate()));
        add(new DeleteCurrentSession(parts.sessions(), secureCookie));
        RegisterStaff registerStaff = new RegisterStaff(parts.staffParts(hasher), parts.ids(), parts.clock());
        add(new PostStaff(registerStaff, hasher, code -> parts.places().district(code).isPresent()));
    }

    private LogIn logIn() {
        AccessConfig access = parts.config().access();
        LogIn.Lockout lockout = new LogIn.Lockout(access.loginFailuresMax(), access.loginLock());
        LogIn.Parts logInParts = new LogIn.Parts(parts.credentials(), hasher, parts.sessions());
        return new LogIn(parts.pool(), logInParts, lockout, parts.clock());
    }

    private void addShell(AppShell shell) {
        addPage(shell.logIn(logIn()), parts.config().access().loginRate());
        shell.pages().forEach(this::addPage);
        shell.files().forEach(this::add);
    }

    private void addLive(LivePages live) {
        addPages(live.transactional());
        live.plain().forEach(this::addPage);
        add(live.stream());
    }

    private void addSafety(AppSafety safety) {
        addPages(safety.pages(kit));
        addPage(transactional(safety.report(kit)), parts.config().safety().reportRate());
    }

    private void addProgramme(AppProgramme programme) {
        addPages(programme.places());
        addPages(programme.pages());
    }

    private void addRegister(AppRegister register) {
        addPages(register.pages());
        register.limited().forEach(page -> addPage(transactional(page), parts.config().access().loginRate()));
    }

    private void addMerchants() {
        MerchantRegistry registry = parts.merchants();
        Predicate<String> knownBin = bin -> BankTable.standard().find(bin).isPresent();
        MerchantFields fields = new MerchantFields(parts.places(), knownBin, parts.clock());
        add(new GetPlaces(parts.places(), parts.clock()));
        add(new GetMerchant(registry, parts.pool()));
        add(new ListMerchantsByFilter(new ListMerchants(), parts.places(), parts.pool()));
        RegisterMerchant registerMerchant = new RegisterMerchant(registry, parts.credentials());
        PostMerchant register = new PostMerchant(registerMerchant, hasher, fields);
        addLimited(transactional(register), limit(parts.config().access().loginRate()));
        add(new PatchMerchant(new EditMerchant(registry, parts.credentials()), fields));
        add(new PostOutlet(new AddOutlet(registry), fields));
        add(new PatchOutlet(new EditOutlet(registry, new LocateOutlet(parts.places()))));
        add(new PostAccount(new AddAccount(registry), fields));
        VirtualAccountStore virtualAccounts = new VirtualAccountStore();
        add(new PostVirtualAccount(new AddVirtualAccount(registry, virtualAccounts)));
        add(new GetVirtualAccounts(registry, virtualAccounts, parts.pool()));
        PostMerchantDecision.all(new DecideMerchant(registry)).forEach(this::add);
    }

    private void addBanks() {
        Dialects dialects = parts.dialects();
        Predicate<byte[]> refusedKey = key -> !demo && SampleKeys.isSample(key);
        ManageBanks manage = new ManageBanks(parts.audit(), parts.ids(), parts.clock(), dialects, refusedKey);
        add(new CreateBank(manage, dialects.names()));
        add(new CreateBankKey(manage));
        add(new DeleteBankKey(manage));
        add(new GetBankKeys(manage, parts.pool()));
        TakeCallback callbacks = new TakeCallback(parts.banks(), dialects, parts.recordDelivery(), parts.ids(),
                new TakeCallback.Limits(
                        parts.config().http().callbackBodyBytesMax(), parts.config().callback().retryAfter()),
                parts.tallies());
        addOfBanks(new PostBankCallback(callbacks));
        addOfBanks(new GetBankCallback(callbacks));
        addOfBanks(new PostVietqrvnTransaction(callbacks));
        addOfBanks(new PostVietqrvnToken(
                parts.banks(), new VietqrvnTokens(parts.clock(), new SecureRandom())));
    }

    private void addIssuing(AppIssuing issuing) {
        issuing.transactional().forEach(this::add);
        issuing.reads().forEach(this::add);
        addLimited(issuing.verification(), limit(parts.config().access().publicRate()));
        new AppScan(parts, issuing.verifyQr(), kit).pages().forEach(this::addPage);
    }

    private void addCases(AppCases cases) {
        cases.transactional().forEach(this::add);
        cases.reads().forEach(this::add);
    }

    private void addDays(AppDays days) {
        Duration budget = parts.config().day().timeout();
        days.transactional().forEach(
                endpoint -> addGuarded(known(transactional(endpoint)), budget));
        days.reads().forEach(endpoint -> addGuarded(known(endpoint), budget));
    }

    private void addAdoption() {
        AdoptionEdge edge = answers.rollups();
        OutsiderRules rules = OutsiderRules.of(
                parts.config().adoption().suppressBelow(), new ReadWithheldValues(parts.pool()));
        var limit = limit(parts.config().access().publicRate());
        addFigures(new GetDistricts(new ReadDistricts(parts.pool(), rules), edge), limit);
        addFigures(new GetDistrict(new ReadDistrict(parts.pool(), rules), edge), limit);
        addFigures(new GetSeries(new ReadSeries(parts.pool(), rules), edge), limit);
    }

    private void addCity(AppCity city) {
        Disclosure counts = new Disclosure(parts.config().adoption().suppressBelow());
        city.api(answers.figures(), counts).forEach(
                endpoint -> addFigures(endpoint, limit(parts.config().access().publicRate())));
        city.pages(kit).forEach(page -> addGuarded(
                new InHtml(new Authenticated(page, remembered), kit), parts.config().http().requestTimeout()));
        city.definitions(kit).forEach(this::addPage);
    }

    private void addProfile(AppProfile profile) {
        profile.transactional().forEach(this::add);
        profile.endpoints().forEach(this::add);
        addPages(profile.pages());
        profile.slowPages().forEach(page -> addGuarded(
                new InHtml(known(transactional(page)), kit),
                parts.config().profile().exportTimeout()));
    }

    private void addRelease(AppRelease release) {
        addPages(release.pages(kit));
        release.slowPages(kit).forEach(page -> addGuarded(
                new InHtml(known(transactional(page)), kit),
                parts.config().release().timeout()));
        addPage(release.openDataPage(kit));
        release.openData().forEach(file -> addLimited(file, limit(parts.config().access().publicRate())));
    }

    private void addStatements(AppStatements statements) {
        addGuarded(known(statements.upload()),
                parts.config().statement().uploadTimeout());
        statements.reads().forEach(this::add);
    }

    private void add(TransactionalEndpoint endpoint) {
        add(transactional(endpoint));
    }

    private Endpoint transactional(TransactionalEndpoint endpoint) {
        Endpoint plain = new Transactional(endpoint, parts.pool(), parts.threads(), idempotencyKeys);
        boolean writes = !endpoint.spec().method().equals(HttpMethod.GET);
        return writes && endpoint.spec().access().isStaffOnly()
                ? new Followed(plain, parts.figureEditions()::refresh)
                : plain;
    }

    /** Finds the session anew; whatever is written may end sessions, so none is believed unseen after that. */
    private Endpoint known(Endpoint endpoint) {
        Endpoint known = new Authenticated(endpoint, parts.sessions());
        return endpoint.spec().method().equals(HttpMethod.GET) ? known : new Followed(known, () -> {
            remembered.forget();
            return Future.succeededFuture();
        });
    }

    /** Public figures; of staff that asks again and again the session is believed for a moment. */
    private void addFigures(Endpoint endpoint, TokenBuckets.Limit limit) {
        addOfBanks(new Authenticated(new RateLimited(endpoint, new TokenBuckets(limit, parts.clock())), remembered));
    }

    private void addLimited(Endpoint endpoint, TokenBuckets.Limit limit) {
        add(new RateLimited(endpoint, new TokenBuckets(limit, parts.clock())));
    }

    private TokenBuckets.Limit limit(AccessConfig.Rate rate) {
        return new TokenBuckets.Limit(rate.burst(), rate.perMinute(), parts.config().access().rateClientsMax());
    }

    private void add(Endpoint endpoint) {
        addOfBanks(known(endpoint));
    }

    /** Banks never log in, and what some of them send as a bearer token is no session to be looked for. */
    private void addOfBanks(Endpoint endpoint) {
        addGuarded(endpoint, parts.config().http().requestTimeout());
    }

    private void addGeo(AppGeo geo) {
        geo.endpoints().forEach(this::add);
        addPages(geo.pages(kit));
    }

    private void addBook(AppBook book) {
        addPages(book.pages(kit));
        book.files(kit).forEach(this::addPage);
    }

    /** Pages of a feature, each in one transaction on a virtual thread. */
    private void addPages(List<? extends TransactionalEndpoint> pages) {
        pages.forEach(page -> addPage(transactional(page)));
    }

    /** A page for people; where anyone may see it, each client's rate is held. */
    private void addPage(Endpoint page) {
        addPage(page, parts.config().access().publicRate());
    }

    private void addPage(Endpoint page, AccessConfig.Rate rate) {
        Endpoint known = known(page);
        Endpoint limited = page.spec().access().isPublic()
                ? new RateLimited(known, new TokenBuckets(limit(rate), parts.clock()))
                : known;
        addGuarded(new InHtml(limited, kit), parts.config().http().requestTimeout());
    }

    private void addGuarded(Endpoint endpoint, Duration timeout) {
        endpoints.add(new Measured(new Guarded(endpoint, timeout.toMillis()), parts.registry()));
    }
}
