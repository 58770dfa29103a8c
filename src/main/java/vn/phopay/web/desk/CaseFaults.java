package vn.phopay.web.desk;

import java.util.Arrays;
import java.util.Optional;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.reconciliation.CaseAction;
import vn.phopay.reconciliation.CaseOutcome;
import vn.phopay.reconciliation.Decider;
import vn.phopay.reconciliation.Decision;
import vn.phopay.web.Form;

/** How forms about cases are read, and what came of them told in everyday words. */
public final class CaseFaults {
    /** The part of the page in which is decided. */
    public static final String FIELD = "decision";

    private CaseFaults() {}

    /** Who acts, and on which version of the case: the one that the form was made with. */
    public static Decider decider(Call call, Form form) {
        Optional<Long> version = Optional.of(form.typed("version"))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        return new Decider(call.principal(), call.requestId(), version);
    }

    /** The decision that was typed, one of {@code allowed}; empty, with the faults told, where it is none. */
    public static Optional<Decision> decision(Form form, CaseAction... allowed) {
        Optional<CaseAction> action = Arrays.stream(allowed)
                .filter(one -> one.name().equals(form.typed("action")))
                .findFirst();
        if (action.isEmpty()) {
            form.fail("action", "cases.fault.action");
        }
        String note = form.text("note", Decision.NOTE_LENGTH_MAX);
        boolean assigns = action.filter(one -> one == CaseAction.ASSIGN).isPresent();
        Optional<PaymentRequestId> request = PaymentRequestId.parse(form.typed("target")).filter(id -> assigns);
        Optional<OutletId> outlet = OutletId.parse(form.typed("target")).filter(id -> assigns);
        if (assigns && request.isEmpty() && outlet.isEmpty()) {
            form.fail("target", "cases.fault.target");
        }
        return form.isGood()
                ? action.map(one -> new Decision(one, outlet.orElse(null), request.orElse(null), note))
                : Optional.empty();
    }

    /** Says in {@code form} why {@code outcome} changed nothing, and gives the status of the answer. */
    public static int tell(Form form, CaseOutcome outcome) {
        return switch (outcome) {
            case CaseOutcome.Changed done -> throw new IllegalArgumentException("there is no fault to tell");
            case CaseOutcome.NotFound none -> throw Desk.notFound();
            case CaseOutcome.Forbidden none -> throw new ProblemException(
                    ProblemCode.AUTH_FORBIDDEN, "Registrars and administrators of its districts decide about a case.");
            case CaseOutcome.WrongState state -> conflict(form, "cases.fault.wrongState");
            case CaseOutcome.ProposalWaits waits -> conflict(form, "cases.fault.proposalWaits");
            case CaseOutcome.NoProposal none -> conflict(form, "cases.fault.noProposal");
            case CaseOutcome.SamePerson same -> conflict(form, "cases.fault.samePerson");
            case CaseOutcome.Stale stale -> conflict(form, "desk.changed");
            case CaseOutcome.NotApplicable not -> conflict(form, "cases.fault.notApplicable");
            case CaseOutcome.BadTarget bad -> {
                form.fail("target", "cases.fault.badTarget");
                yield Desk.UNPROCESSABLE;
            }
        };
    }

    private static int conflict(Form form, String key) {
        form.fail(FIELD, key);
        return Desk.CONFLICT;
    }
}
