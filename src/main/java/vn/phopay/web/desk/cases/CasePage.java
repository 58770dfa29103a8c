package vn.phopay.web.desk.cases;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.Authority;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.merchant.Merchant;
import vn.phopay.merchant.MerchantStore;
import vn.phopay.reconciliation.CaseAction;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseHistory;
import vn.phopay.reconciliation.CasePolicy;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.reconciliation.CaseStatus;
import vn.phopay.reconciliation.FindOutlets;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;
import vn.phopay.web.desk.Age;
import vn.phopay.web.desk.Desk;
import vn.phopay.web.desk.Shown;

/** One case as the desk looks at it: what shows it, whose money it may be, what was done, what may be done. */
public final class CasePage {
    private static final int SEARCH_LENGTH_MAX = 100;

    private final CaseReader reader;
    private final CaseHistory history;
    private final MerchantStore merchants;
    private final Desks desks;

    /** What the page is made with: outlets that are looked for, the time, templates. */
    public record Desks(FindOutlets outlets, Clock clock, PageKit kit) {}

    /** A page of cases of {@code reader} with their {@code history} and names out of {@code merchants}. */
    public CasePage(CaseReader reader, CaseHistory history, MerchantStore merchants, Desks desks) {
        this.reader = reader;
        this.history = history;
        this.merchants = merchants;
        this.desks = desks;
    }

    /**
     * What the template shows.
     *
     * @param file the case
     * @param facts its evidence
     * @param names whose money it is now, and whose account was credited
     * @param acts what was done, the first first
     * @param deciding what the reader may do
     * @param targets to whom the money may be assigned
     * @param age how old it is, or became
     * @param next the case that waits longest beside it
     */
    public record Model(
            CaseFile file,
            List<CaseFact> facts,
            Names names,
            List<CaseHistory.Entry> acts,
            Deciding deciding,
            List<Target> targets,
            Age age,
            Optional<CaseId> next) {
        /** Where it is looked at. */
        public String address() {
            return CasePath.of(file.id());
        }

        /** Whether it still needs somebody. */
        public boolean open() {
            return file.standing().status() != CaseStatus.RESOLVED;
        }
    }

    /** Names for the ids of a case; empty where there is none. */
    public record Names(String payee, String accountOwner, String proposed) {}

    /**
     * What the reader may do.
     *
     * @param may whether he decides about this case
     * @param own whether the proposal that waits is his, so that another one must answer it
     * @param actions what fits this case
     * @param search the outlets that he looked for
     * @param form what was typed
     */
    public record Deciding(boolean may, boolean own, List<CaseAction> actions, String search, Form form) {}

    /**
     * Somebody whose money it may be.
     *
     * @param value what the form sends: the id of a request or an outlet
     * @param name the outlet and its merchant
     * @param hint why: a name of {@link CaseHistory.Hint}, or FOUND
     * @param request whether it is a payment request
     */
    public record Target(String value, String name, String hint, boolean request) {}

    /** The page of {@code file}, which the caller may see. */
    Reply page(Call call, SqlConnection transaction, CaseFile file, Shown shown) {
        View view = desks.kit().view(call);
        String search = call.queryParameter("tim").map(String::strip)
                .filter(text -> text.length() <= SEARCH_LENGTH_MAX).orElse("");
        Deciding deciding = deciding(call, file, search, shown.form());
        Instant end = file.standing().resolvedAt().orElse(desks.clock().instant());
        Model model = new Model(file, CaseFact.of(view, file), names(transaction, file),
                Future.await(history.acts(transaction, file.id())), deciding,
                targets(call, transaction, file, search),
                Age.between(file.standing().openedAt(), end), next(call, transaction, file.id()));
        return desks.kit().page(shown.status(), view, "desk/case", model);
    }

    private static Deciding deciding(Call call, CaseFile file, String search, Form form) {
        boolean may = Authority.mayResolveCase(call.principal(), file.about().districtCodes());
        boolean own = file.standing().pending()
                .filter(pending -> pending.answerable().proposer().equals(call.principal().subjectId()))
                .isPresent();
        return new Deciding(may, own, CasePolicy.applicable(file).stream().sorted().toList(), search, form);
    }

    private Names names(SqlConnection transaction, CaseFile file) {
        UUID payee = file.about().payment().map(payment -> payment.attribution().outletId()).orElse(null);
        String owner = file.about().accountOwner()
                .flatMap(id -> Future.await(merchants.find(transaction, id)))
                .map(CasePage::displayName)
                .orElse("");
        OutletId proposed = file.standing().pending().map(pending -> pending.decision().outlet()).orElse(null);
        return new Names(outlet(transaction, payee), owner,
                outlet(transaction, proposed == null ? null : proposed.value()));
    }

    private static String displayName(Merchant merchant) {
        return merchant.profile().displayName();
    }

    private String outlet(SqlConnection transaction, @Nullable UUID id) {
        return id == null ? "" : Future.await(merchants.outletWithMerchant(transaction, new OutletId(id)))
                .map(view -> Desk.place(view.outletName(), view.merchant().displayName()))
                .orElse("");
    }

    private List<Target> targets(Call call, SqlConnection transaction, CaseFile file, String search) {
        List<Target> targets = new ArrayList<>();
        Future.await(history.suggestions(transaction, file)).forEach(offer -> targets.add(target(offer)));
        if (!search.isEmpty()) {
            Set<String> districts = call.principal().districtCodes();
            Future.await(desks.outlets().find(transaction, search, districts)).forEach(found -> targets.add(new Target(
                    found.outlet().toString(),
                    Desk.place(found.outletName(), found.merchantName()) + " · " + found.address(), "FOUND", false)));
        }
        return targets;
    }

    private static Target target(CaseHistory.Suggestion offer) {
        String name = Desk.place(offer.outletName(), offer.merchantName());
        UUID request = offer.paymentRequestId();
        return request == null
                ? new Target(new OutletId(offer.outletId()).toString(), name, offer.hint().name(), false)
                : new Target(new PaymentRequestId(request).toString(), name, offer.hint().name(), true);
    }

    private Optional<CaseId> next(Call call, SqlConnection transaction, CaseId id) {
        CaseReader.Queue open = new CaseReader.Queue(CasePath.KINDS,
                EnumSet.of(CaseStatus.OPEN, CaseStatus.ACKNOWLEDGED), Optional.empty(), Optional.empty(), false);
        return Future.await(reader.queue(transaction, open, new CaseReader.PageRequest(Optional.empty(), 2),
                        call.principal().districtCodes())).items().stream()
                .map(CaseFile::id)
                .filter(other -> !other.equals(id))
                .findFirst();
    }
}
