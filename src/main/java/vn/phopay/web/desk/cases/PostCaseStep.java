package vn.phopay.web.desk.cases;

import io.vertx.sqlclient.SqlConnection;
import java.util.Arrays;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.reconciliation.AcknowledgeCase;
import vn.phopay.reconciliation.AnswerProposal;
import vn.phopay.reconciliation.CaseAction;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseOutcome;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.reconciliation.Decision;
import vn.phopay.reconciliation.ResolveCase;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.CaseFaults;
import vn.phopay.web.desk.Shown;

/** POST /vu-viec/{id}: takes a case in hand, decides about it, or answers what a colleague proposed. */
public final class PostCaseStep implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(CasePath.CASE, Access.REGISTRARS);
    private static final String ANSWER = "note-answer";

    private final CaseReader reader;
    private final Steps steps;
    private final CasePage page;

    /** What staff may do about a case. */
    public record Steps(AcknowledgeCase acknowledge, ResolveCase resolve, AnswerProposal answer) {}

    /** What may be asked for. */
    private enum Step {
        ACKNOWLEDGE,
        RESOLVE,
        APPROVE,
        REJECT
    }

    /** Takes {@code steps} about cases of {@code reader}; faults are shown on {@code page}. */
    public PostCaseStep(CaseReader reader, Steps steps, CasePage page) {
        this.reader = reader;
        this.steps = steps;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        CaseFile file = CasePath.file(reader, call, transaction);
        Form form = Form.of(call);
        Optional<Step> step = Arrays.stream(Step.values())
                .filter(one -> one.name().equals(form.typed("step")))
                .findFirst();
        if (step.isEmpty()) {
            form.fail(CaseFaults.FIELD, "cases.fault.step");
            return page.page(call, transaction, file, Shown.again(form));
        }
        return switch (step.get()) {
            case ACKNOWLEDGE -> acknowledge(call, transaction, file, form);
            case RESOLVE -> resolve(call, transaction, file, form);
            case APPROVE -> approve(call, transaction, file, form);
            case REJECT -> reject(call, transaction, file, form);
        };
    }

    private Reply acknowledge(Call call, SqlConnection transaction, CaseFile file, Form form) {
        return answered(call, transaction, form, new Taken(steps.acknowledge().acknowledge(
                transaction, file.id(), null, CaseFaults.decider(call, form)), "cases.acknowledged"));
    }

    private Reply resolve(Call call, SqlConnection transaction, CaseFile file, Form form) {
        Optional<Decision> decision =
                CaseFaults.decision(form, CaseAction.ASSIGN, CaseAction.REFUND, CaseAction.IGNORE);
        if (decision.isEmpty() || !form.isGood()) {
            return page.page(call, transaction, file, Shown.again(form));
        }
        return answered(call, transaction, form, new Taken(steps.resolve().resolve(
                transaction, file.id(), decision.get(), CaseFaults.decider(call, form)), "cases.resolved"));
    }

    private Reply approve(Call call, SqlConnection transaction, CaseFile file, Form form) {
        Optional<String> note = form.optional(ANSWER, Decision.NOTE_LENGTH_MAX);
        return form.isGood()
                ? answered(call, transaction, form, new Taken(steps.answer().approve(transaction, file.id(),
                        note.orElse(null), CaseFaults.decider(call, form)), "cases.approved"))
                : page.page(call, transaction, file, Shown.again(form));
    }

    private Reply reject(Call call, SqlConnection transaction, CaseFile file, Form form) {
        String note = form.text(ANSWER, Decision.NOTE_LENGTH_MAX);
        return form.isGood()
                ? answered(call, transaction, form, new Taken(steps.answer().reject(
                        transaction, file.id(), note, CaseFaults.decider(call, form)), "cases.rejected"))
                : page.page(call, transaction, file, Shown.again(form));
    }

    /** What came of a step, and what is said where it is done. */
    private record Taken(CaseOutcome outcome, String notice) {}

    private Reply answered(Call call, SqlConnection transaction, Form form, Taken taken) {
        if (taken.outcome() instanceof CaseOutcome.Changed(CaseFile changed)) {
            boolean waits = changed.standing().pending().isPresent();
            return PageKit.seeOther(CasePath.of(changed.id()), waits ? "cases.proposed" : taken.notice());
        }
        int status = CaseFaults.tell(form, taken.outcome());
        return page.page(call, transaction, CasePath.file(reader, call, transaction), new Shown(status, form));
    }
}
