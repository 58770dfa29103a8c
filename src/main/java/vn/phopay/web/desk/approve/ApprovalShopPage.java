package vn.phopay.web.desk.approve;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.approval.ApprovalQueue;
import vn.phopay.approval.CheckShop;
import vn.phopay.approval.Finding;
import vn.phopay.approval.ShopHistory;
import vn.phopay.approval.ShopInQueue;
import vn.phopay.consent.Consent;
import vn.phopay.consent.Consents;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.AccountStatus;
import vn.phopay.merchant.MerchantAction;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.merchant.MerchantTransitions;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Desk;
import vn.phopay.web.desk.Shown;

/** One shop as the approval desk looks at it: who it is, what to check, what became of it, what may be decided. */
public final class ApprovalShopPage {
    private static final List<MerchantAction> BY_STAFF = List.of(
            MerchantAction.APPROVE, MerchantAction.REJECT, MerchantAction.SUSPEND, MerchantAction.REINSTATE);

    private final Sources sources;
    private final PlaceDirectory places;
    private final PageKit kit;

    /** What the page is made of. */
    public record Sources(MerchantRegistry registry, ApprovalQueue queue, ShopHistory history, Consents consents) {}

    /** A page out of {@code sources}, with the names of {@code places}. */
    public ApprovalShopPage(Sources sources, PlaceDirectory places, PageKit kit) {
        this.sources = sources;
        this.places = places;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param shop the shop in short
     * @param file the shop with accounts and outlets
     * @param findings what to check
     * @param consents what its owner agreed to
     * @param past what became of it
     * @param deciding what the reader may decide
     * @param next the shop that waits next; empty where none does
     * @param places names of places
     */
    public record Model(
            ShopInQueue shop,
            MerchantFile file,
            List<Finding> findings,
            List<Consent> consents,
            Past past,
            Deciding deciding,
            Optional<MerchantId> next,
            PlaceDirectory places) {
        /** How many things speak against it. */
        public long against() {
            return findings.stream().filter(finding -> !finding.good()).count();
        }

        /** The name of a district. */
        public String district(String code) {
            return places.district(code).map(Place::nameVi).orElse(code);
        }

        /** The name of a street. */
        public String street(String code) {
            return places.street(code).map(Place::nameVi).orElse(code);
        }
    }

    /** What became of it so far. */
    public record Past(List<ShopHistory.Step> steps, List<ShopHistory.Entry> entries) {}

    /**
     * What may be decided.
     *
     * @param actions what leads on from here; empty for whoever only looks
     * @param own whether the reader registered the shop for its owner, so that another one must approve it
     * @param accountsAlone whether it is about accounts that wait, and the shop stays approved
     * @param form what was typed
     */
    public record Deciding(List<MerchantAction> actions, boolean own, boolean accountsAlone, Form form) {
        /** Reasons that may be chosen for {@code action}, by name. */
        public List<String> reasons(MerchantAction action) {
            return ApprovalReason.of(action).stream().map(Enum::name).toList();
        }
    }

    /** The page of {@code file}, which the caller may see. */
    Reply page(Call call, SqlConnection transaction, MerchantFile file, Shown shown) {
        return kit.page(
                shown.status(), kit.view(call), "desk/approve_shop", model(call, transaction, file, shown.form()));
    }

    /** Says in the audit log that the caller read this shop's data. */
    void audit(Call call, SqlConnection transaction, MerchantFile file) {
        Future.await(sources.registry().audit().record(transaction, AuditEntry.of(
                Desk.actor(call), "merchant.read", "MERCHANT", file.merchant().id().toString())));
    }

    /** Whether the caller registered this shop for its owner. */
    boolean isOwn(Call call, SqlConnection transaction, MerchantId shop) {
        return Future.await(sources.queue().find(transaction, shop)).filter(found -> isOwn(call, found)).isPresent();
    }

    private static boolean isOwn(Call call, ShopInQueue shop) {
        return shop.helper()
                .filter(helper -> helper.id().value().equals(call.principal().subjectId()))
                .isPresent();
    }

    private Model model(Call call, SqlConnection transaction, MerchantFile file, Form form) {
        MerchantId id = file.merchant().id();
        ShopInQueue shop = Future.await(sources.queue().find(transaction, id)).orElseThrow(Desk::notFound);
        boolean accountsAlone = isAboutAccounts(file);
        List<MerchantAction> actions = Desk.decides(call)
                ? actions(file.merchant().status(), accountsAlone)
                : List.of();
        return new Model(shop, file, CheckShop.findings(shop),
                Future.await(sources.consents().current(transaction, id)),
                new Past(Future.await(sources.history().steps(transaction, id)),
                        Future.await(sources.history().entries(transaction, id))),
                new Deciding(actions, isOwn(call, shop), accountsAlone, form),
                next(call, transaction, id), places);
    }

    private static boolean isAboutAccounts(MerchantFile file) {
        return file.merchant().status() == MerchantStatus.APPROVED
                && file.accounts().stream().anyMatch(account -> account.status() == AccountStatus.PENDING);
    }

    private static List<MerchantAction> actions(MerchantStatus status, boolean accountsAlone) {
        return BY_STAFF.stream()
                .filter(action -> MerchantTransitions.next(status, action).isPresent()
                        || accountsAlone && (action == MerchantAction.APPROVE || action == MerchantAction.REJECT))
                .toList();
    }

    private Optional<MerchantId> next(Call call, SqlConnection transaction, MerchantId id) {
        ApprovalQueue.Filter waiting = new ApprovalQueue.Filter(
                ApprovalQueue.View.WAITING, Optional.empty(), Optional.empty(), Optional.empty());
        return Arrays.asList(Optional.of(id), Optional.<MerchantId>empty()).stream()
                .flatMap(after -> Future.await(sources.queue().list(transaction, waiting,
                        new ApprovalQueue.PageRequest(after, 1), call.principal().districtCodes())).shops().stream())
                .map(ShopInQueue::id)
                .filter(other -> !other.equals(id))
                .findFirst();
    }
}
