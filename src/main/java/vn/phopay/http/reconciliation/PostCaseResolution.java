package vn.phopay.http.reconciliation;

import io.vertx.sqlclient.SqlConnection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.reconciliation.CaseAction;
import vn.phopay.reconciliation.Decision;
import vn.phopay.reconciliation.ResolveCase;

/**
 * POST /api/v1/cases/{id}/resolve: staff decide about a case. 200 once it is in force; 202 where it takes a second
 * person, who answers by {@link PostCaseAnswer}.
 */
public final class PostCaseResolution implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.create("/api/v1/cases/{id}/resolve", Access.REGISTRARS);
    private static final List<String> MEMBERS = List.of("action", "outletId", "paymentRequestId", "note");

    private final ResolveCase resolve;

    /** Decides by {@code resolve}. */
    public PostCaseResolution(ResolveCase resolve) {
        this.resolve = resolve;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return CaseCalls.toReply(resolve.resolve(
                transaction, CaseCalls.caseId(call), decision(call.body()), CaseCalls.decider(call)));
    }

    private static Decision decision(Fields body) {
        body.allowOnly(MEMBERS);
        CaseAction action = body.required(
                "action", PostCaseResolution::action, "must be ASSIGN, REFUND, IGNORE or CONFIRM", CaseAction.IGNORE);
        Optional<OutletId> outlet = body.optional("outletId", OutletId::parse, "must be the id of an outlet");
        Optional<PaymentRequestId> request = body.optional(
                "paymentRequestId", PaymentRequestId::parse, "must be the id of a payment request");
        String note = body.text("note", 1, Decision.NOTE_LENGTH_MAX);
        checkTarget(body, action, outlet.isPresent(), request.isPresent());
        body.check();
        return new Decision(action, outlet.orElse(null), request.orElse(null), note);
    }

    private static void checkTarget(Fields body, CaseAction action, boolean outlet, boolean request) {
        if (action == CaseAction.ASSIGN && !outlet && !request) {
            body.fail("outletId", "is required with ASSIGN, or paymentRequestId");
        }
        if (action != CaseAction.ASSIGN && outlet) {
            body.fail("outletId", "goes with ASSIGN only");
        }
        if (action != CaseAction.ASSIGN && request) {
            body.fail("paymentRequestId", "goes with ASSIGN only");
        }
    }

    private static Optional<CaseAction> action(String text) {
        return Arrays.stream(CaseAction.values()).filter(action -> action.name().equals(text)).findFirst();
    }
}
