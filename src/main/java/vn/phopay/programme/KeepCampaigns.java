package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.db.Sql;
import vn.phopay.identity.IdSource;

/** Adds, changes and removes campaigns, each with its entry in the audit log; on a virtual thread. */
public final class KeepCampaigns {
    private static final Sql INSERT = Sql.load("programme/insert_campaign");
    private static final Sql UPDATE = Sql.load("programme/update_campaign");
    private static final Sql DELETE = Sql.load("programme/delete_campaign");
    private static final String KIND = "CAMPAIGN";

    private final AuditLog audit;
    private final IdSource ids;

    /** Keeps campaigns named by {@code ids}. */
    public KeepCampaigns(AuditLog audit, IdSource ids) {
        this.audit = audit;
        this.ids = ids;
    }

    /** Adds one; its id. */
    public UUID add(SqlClient transaction, Campaign.Plan plan, AuditEntry.Actor actor) {
        UUID id = ids.next();
        Future.await(INSERT.execute(transaction, parameters(Tuple.of(id), plan)));
        record(transaction, entry(actor, "campaign.add", id), plan);
        return id;
    }

    /** Changes one that is still as {@code read}; false where somebody has changed or removed it since. */
    public boolean change(SqlClient transaction, Campaign read, Campaign.Plan plan, AuditEntry.Actor actor) {
        Tuple parameters = parameters(Tuple.of(read.id()), plan).addLong(read.version());
        if (Future.await(UPDATE.execute(transaction, parameters)).rowCount() == 0) {
            return false;
        }
        record(transaction, entry(actor, "campaign.change", read.id()), plan);
        return true;
    }

    /** Removes one that is still as {@code read}; what it was stands in the audit log. */
    public boolean remove(SqlClient transaction, Campaign read, AuditEntry.Actor actor) {
        if (Future.await(DELETE.execute(transaction, Tuple.of(read.id(), read.version()))).rowCount() == 0) {
            return false;
        }
        record(transaction, entry(actor, "campaign.remove", read.id()), read.plan());
        return true;
    }

    private static AuditEntry entry(AuditEntry.Actor actor, String action, UUID id) {
        return AuditEntry.of(actor, action, KIND, id.toString());
    }

    private void record(SqlClient transaction, AuditEntry entry, Campaign.Plan plan) {
        AuditEntry told = entry.with("nameVi", plan.nameVi())
                .with("place", plan.placeId().orElse("city"))
                .with("from", plan.from().toString());
        Future.await(audit.record(transaction, plan.to() == null ? told : told.with("to", plan.to().toString())));
    }

    private static Tuple parameters(Tuple first, Campaign.Plan plan) {
        return first.addString(plan.nameVi()).addString(plan.nameEn().orElse(null))
                .addString(plan.placeId().orElse(null)).addLocalDate(plan.from()).addLocalDate(plan.to())
                .addString(plan.note().orElse(null));
    }
}
