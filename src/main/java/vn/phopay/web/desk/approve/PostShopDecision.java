package vn.phopay.web.desk.approve;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.DecideMerchant;
import vn.phopay.merchant.Language;
import vn.phopay.merchant.MerchantAction;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.Words;
import vn.phopay.web.desk.Desk;
import vn.phopay.web.desk.Shown;

/**
 * POST /duyet/{id}: approves, turns down, stops or reinstates a shop. Whatever is taken from a shop needs a reason; the
 * owner reads it in his own language.
 */
public final class PostShopDecision implements TransactionalEndpoint {
    private static final String ACTION = "action";
    private static final String REASON = "reason-";
    private static final String NOTE = "note-";

    private static final EndpointSpec SPEC = EndpointSpec.form(ApprovalPath.SHOP, Access.REGISTRARS);
    private static final int NOTE_LENGTH_MAX = 300;
    private static final List<MerchantAction> ACTIONS = List.of(
            MerchantAction.APPROVE, MerchantAction.REJECT, MerchantAction.SUSPEND, MerchantAction.REINSTATE);

    private final DecideMerchant decide;
    private final MerchantRegistry registry;
    private final ApprovalShopPage page;
    private final Words vietnamese = Words.load(Language.VI);
    private final Words english = Words.load(Language.EN);

    /** Decides by {@code decide} in {@code registry}; faults are shown on {@code page}. */
    public PostShopDecision(DecideMerchant decide, MerchantRegistry registry, ApprovalShopPage page) {
        this.decide = decide;
        this.registry = registry;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        MerchantFile file = ApprovalPath.file(registry, call, transaction);
        Form form = Form.of(call);
        Optional<MerchantAction> action = ACTIONS.stream()
                .filter(one -> one.name().equals(form.typed(ACTION)))
                .findFirst();
        if (action.isEmpty()) {
            form.fail("decision", "approve.decide.missing");
        }
        Optional<String> reason = action.flatMap(one -> reason(form, one, file));
        if (!form.isGood()) {
            return page.page(call, transaction, file, Shown.again(form));
        }
        if (action.get() == MerchantAction.APPROVE && page.isOwn(call, transaction, file.merchant().id())) {
            form.fail("decision", "approve.result.secondPerson");
            return page.page(call, transaction, file, Shown.conflict(form));
        }
        return decide(call, transaction, form, new DecideMerchant.Decision(
                file.merchant().id(), action.get(), reason));
    }

    private Reply decide(Call call, SqlConnection transaction, Form form, DecideMerchant.Decision decision) {
        return switch (decide.decide(transaction, decision, Desk.caller(call))) {
            case DecideMerchant.Decided done -> PageKit.seeOther(ApprovalPath.of(decision.merchant()),
                    "approve." + decision.action().name().toLowerCase(Locale.ROOT));
            case DecideMerchant.WrongState(var status) -> {
                form.fail("decision", "approve.result.wrongState");
                yield page.page(call, transaction, ApprovalPath.file(registry, call, transaction),
                        Shown.conflict(form));
            }
            case DecideMerchant.SecondPersonNeeded second -> throw new ProblemException(
                    ProblemCode.MERCHANT_SECOND_PERSON_NEEDED, "You registered this shop for its owner.");
            case DecideMerchant.NotFound none -> throw Desk.notFound();
        };
    }

    /** In the language of whoever reads it. */
    private Words words(MerchantFile file) {
        return file.merchant().profile().language() == Language.EN ? english : vietnamese;
    }

    /** What was chosen, and what was added in one's own words. */
    private Optional<String> reason(Form form, MerchantAction action, MerchantFile file) {
        Optional<String> chosen = ApprovalReason.parse(form.typed(REASON + action), action)
                .map(reason -> words(file).text(reason.key()));
        Optional<String> added = form.optional(NOTE + action, NOTE_LENGTH_MAX);
        if (action != MerchantAction.APPROVE && chosen.isEmpty() && added.isEmpty() && form.isGood()) {
            form.fail(REASON + action, "approve.reason.missing");
        }
        return Optional.of(Stream.concat(chosen.stream(), added.stream()).collect(Collectors.joining(" ")))
                .filter(text -> !text.isEmpty());
    }
}
