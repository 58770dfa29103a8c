package vn.phopay.web.desk.safety;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.reconciliation.AcknowledgeCase;
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

/** POST /an-toan-ma/{id}: somebody goes there, or says whether the code was pasted over. */
public final class PostSafetyStep implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(SafetyPath.CASE, Access.REGISTRARS);

    private final CaseReader reader;
    private final Steps steps;
    private final SafetyCasePage page;

    /** What staff may do about a report. */
    public record Steps(AcknowledgeCase acknowledge, ResolveCase resolve) {}

    /** Takes {@code steps} about cases of {@code reader}; faults are shown on {@code page}. */
    public PostSafetyStep(CaseReader reader, Steps steps, SafetyCasePage page) {
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
        CaseFile file = SafetyPath.file(reader, call, transaction);
        Form form = Form.of(call);
        return switch (form.typed("step")) {
            case "ACKNOWLEDGE" -> answered(call, transaction, form, new Taken(steps.acknowledge().acknowledge(
                    transaction, file.id(), null, CaseFaults.decider(call, form)), "safety.acknowledged"));
            case "RESOLVE" -> resolve(call, transaction, file, form);
            default -> {
                form.fail(CaseFaults.FIELD, "cases.fault.step");
                yield page.page(call, transaction, file, Shown.again(form));
            }
        };
    }

    private Reply resolve(Call call, SqlConnection transaction, CaseFile file, Form form) {
        Optional<Decision> decision = CaseFaults.decision(form, CaseAction.CONFIRM, CaseAction.IGNORE);
        if (decision.isEmpty()) {
            return page.page(call, transaction, file, Shown.again(form));
        }
        String notice = decision.get().action() == CaseAction.CONFIRM ? "safety.confirmed" : "safety.dismissed";
        return answered(call, transaction, form, new Taken(steps.resolve().resolve(
                transaction, file.id(), decision.get(), CaseFaults.decider(call, form)), notice));
    }

    /** What came of a step, and what is said where it is done. */
    private record Taken(CaseOutcome outcome, String notice) {}

    private Reply answered(Call call, SqlConnection transaction, Form form, Taken taken) {
        if (taken.outcome() instanceof CaseOutcome.Changed(CaseFile changed)) {
            return PageKit.seeOther(SafetyPath.of(changed.id()), taken.notice());
        }
        int status = CaseFaults.tell(form, taken.outcome());
        return page.page(call, transaction, SafetyPath.file(reader, call, transaction), new Shown(status, form));
    }
}
