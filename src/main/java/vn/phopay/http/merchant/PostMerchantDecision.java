package vn.phopay.http.merchant;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.CleanText;
import vn.phopay.merchant.DecideMerchant;
import vn.phopay.merchant.MerchantAction;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantStatus;

/** POST /api/v1/merchants/{id}/approve, /reject, /suspend and /reinstate: staff decide about a merchant. */
public final class PostMerchantDecision implements TransactionalEndpoint {
    private final DecideMerchant decide;
    private final MerchantAction action;
    private final EndpointSpec spec;

    private PostMerchantDecision(DecideMerchant decide, MerchantAction action) {
        this.decide = decide;
        this.action = action;
        this.spec = EndpointSpec.post(
                "/api/v1/merchants/{id}/" + action.name().toLowerCase(Locale.ROOT), Access.REGISTRARS);
    }

    /** The four endpoints, one for each decision of staff. */
    public static List<TransactionalEndpoint> all(DecideMerchant decide) {
        return List.of(
                new PostMerchantDecision(decide, MerchantAction.APPROVE),
                new PostMerchantDecision(decide, MerchantAction.REJECT),
                new PostMerchantDecision(decide, MerchantAction.SUSPEND),
                new PostMerchantDecision(decide, MerchantAction.REINSTATE));
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        DecideMerchant.Decision decision =
                new DecideMerchant.Decision(MerchantCalls.merchantId(call), action, reason(call.body()));
        return switch (decide.decide(transaction, decision, MerchantCalls.caller(call))) {
            case DecideMerchant.Decided(MerchantFile file) -> MerchantJson.ok(file);
            case DecideMerchant.WrongState(MerchantStatus status) -> Reply.problem(
                    ProblemCode.MERCHANT_WRONG_STATE, "The merchant is " + status + ".");
            case DecideMerchant.SecondPersonNeeded same -> Reply.problem(
                    ProblemCode.MERCHANT_SECOND_PERSON_NEEDED, "You registered this shop for its owner.");
            case DecideMerchant.NotFound none -> MerchantCalls.notFound();
        };
    }

    private static Optional<String> reason(Fields body) {
        int lengthMax = DecideMerchant.Decision.REASON_LENGTH_MAX;
        Optional<String> reason = body.optional("reason", CleanText.upTo(lengthMax), CleanText.rule(lengthMax));
        body.check();
        return reason;
    }
}
