package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.programme.Premises;
import vn.phopay.programme.PremisesStore;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /thanh-pho/pho/{streetId}/danh-ba/{premises}: changes what is known of a place of trade. */
public final class PostPremisesChange implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.PREMISES, Access.STAFF);
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final PremisesPage page;
    private final AuditLog audit;

    /** Changes by the store of {@code page}. */
    public PostPremisesChange(PremisesPage page, AuditLog audit) {
        this.page = page;
        this.audit = audit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Premises premises = page.premises(call, transaction);
        Form form = Form.of(call);
        Optional<Premises.Seen> seen = PremisesForm.read(form, page.parts().today());
        seen.filter(now -> isTaken(call, transaction, premises, now))
                .ifPresent(now -> form.fail(PremisesForm.NAME, "programme.premises.taken"));
        if (!form.isGood()) {
            return page.show(UNPROCESSABLE, call, transaction, form);
        }
        if (!form.typed(PremisesPage.VERSION).equals(Long.toString(premises.version()))) {
            form.fail(PremisesForm.NAME, "programme.meanwhile");
            return page.show(CONFLICT, call, transaction, form);
        }
        PremisesStore.Outcome outcome = Future.await(
                page.store().change(page.desk(call, transaction), premises, seen.orElseThrow()));
        if (outcome != PremisesStore.Outcome.SAVED) {
            throw new ProblemException(ProblemCode.REQUEST_PRECONDITION_FAILED, "Changed meanwhile.");
        }
        Future.await(audit.record(transaction, AuditEntry.of(
                ProgrammeParts.actor(call), "premises.change", "PREMISES", premises.id().toString())));
        return PageKit.seeOther(ProgrammePath.of(page.street(call)), "programme.premises.saved");
    }

    private boolean isTaken(Call call, SqlConnection transaction, Premises premises, Premises.Seen now) {
        return Future.await(page.store().list(transaction, page.street(call))).stream()
                .anyMatch(other -> !other.id().equals(premises.id()) && other.seen().key().equals(now.key()));
    }
}
