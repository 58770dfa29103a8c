package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.place.Place;
import vn.phopay.programme.Premises;
import vn.phopay.programme.PremisesStore;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /thanh-pho/pho/{streetId}/danh-ba: adds a place of trade, or what was seen of it later. */
public final class PostPremises implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.REGISTER, Access.STAFF);
    private static final int UNPROCESSABLE = 422;

    private final RegisterPage page;
    private final AuditLog audit;

    /** Adds to the register of {@code page}. */
    public PostPremises(RegisterPage page, AuditLog audit) {
        this.page = page;
        this.audit = audit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Place street = page.street(call);
        Form form = Form.of(call);
        Optional<Premises.Seen> seen = PremisesForm.read(form, page.parts().today());
        if (seen.isEmpty()) {
            return page.show(UNPROCESSABLE, call, transaction, new RegisterPage.Shown(form, Optional.empty()));
        }
        PremisesStore.Outcome outcome = Future.await(page.store().save(
                new PremisesStore.Desk(transaction, street, call.principal().subjectId()), seen.get()));
        if (outcome != PremisesStore.Outcome.SAVED) {
            form.fail(PremisesForm.NAME, "programme.premises.newer");
            return page.show(UNPROCESSABLE, call, transaction, new RegisterPage.Shown(form, Optional.empty()));
        }
        Future.await(audit.record(transaction, AuditEntry.of(
                ProgrammeParts.actor(call), "premises.add", "STREET", street.placeId())
                .with("houseNumber", seen.get().house().text())));
        return PageKit.seeOther(ProgrammePath.register(street), "programme.premises.saved");
    }
}
