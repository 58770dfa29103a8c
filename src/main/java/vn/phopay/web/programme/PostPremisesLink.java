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
import vn.phopay.identity.OutletId;
import vn.phopay.programme.Premises;
import vn.phopay.programme.PremisesStore;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * POST /thanh-pho/pho/{streetId}/danh-ba/{premises}/lien-ket: says which registered outlet trades there, or, where
 * none is named, that none does.
 */
public final class PostPremisesLink implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.PREMISES + "/lien-ket", Access.STAFF);

    private final PremisesPage page;
    private final AuditLog audit;

    /** Links by the store of {@code page}. */
    public PostPremisesLink(PremisesPage page, AuditLog audit) {
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
        Optional<OutletId> outlet = OutletId.parse(Form.of(call).typed(PremisesPage.OUTLET));
        PremisesStore.Desk desk = page.desk(call, transaction);
        Optional<OutletId> before = Future.await(page.store().unlink(desk, premises.id()));
        outlet.ifPresent(id -> link(desk, premises, id));
        AuditEntry entry = AuditEntry.of(ProgrammeParts.actor(call), "premises.link", "PREMISES",
                premises.id().toString()).with("outlet", outlet.map(OutletId::toString).orElse("none"));
        Future.await(audit.record(transaction,
                before.map(id -> entry.with("before", id.toString())).orElse(entry)));
        return PageKit.seeOther(ProgrammePath.of(desk.street()), "programme.premises.linked");
    }

    private void link(PremisesStore.Desk desk, Premises premises, OutletId outlet) {
        PremisesStore.Outcome outcome = Future.await(page.store().link(desk, premises.id(), outlet));
        if (outcome != PremisesStore.Outcome.SAVED) {
            throw new ProblemException(ProblemCode.REQUEST_PRECONDITION_FAILED,
                    "The outlet is of another street, or trades at another place by now.");
        }
    }
}
