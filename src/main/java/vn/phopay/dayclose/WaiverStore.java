package vn.phopay.dayclose;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.phopay.db.Sql;

/** Keeps who proposed and who approved to close a day in spite of what. Rows are only ever added. */
public final class WaiverStore {
    private static final Sql INSERT = Sql.load("dayclose/insert_waiver");
    private static final Sql LIST = Sql.load("dayclose/list_waivers");
    private static final Sql INSERT_SEALED = Sql.load("dayclose/insert_seal_waiver");

    /** Adds a proposal; false where the same person proposed the same before. */
    Future<Boolean> insert(SqlConnection transaction, DayWaiver waiver) {
        Tuple row = Tuple.of(waiver.id(), waiver.businessDate(), waiver.blocker().name(), waiver.finding(),
                waiver.reason(), waiver.proposedBy());
        row.addOffsetDateTime(waiver.proposedAt().atOffset(ZoneOffset.UTC));
        return INSERT.execute(transaction, row).map(rows -> rows.rowCount() > 0);
    }

    /** All proposals for a day, oldest first. */
    public Future<List<DayWaiver>> list(SqlClient client, LocalDate date) {
        return LIST.execute(client, Tuple.of(date)).map(rows -> {
            List<DayWaiver> waivers = new ArrayList<>();
            rows.forEach(row -> waivers.add(toWaiver(row)));
            return waivers;
        });
    }

    private static DayWaiver toWaiver(Row row) {
        return new DayWaiver(row.getUUID("waiver_id"), row.getLocalDate("business_date"),
                BlockerKind.valueOf(row.getString("blocker")), row.getString("finding"), row.getString("reason"),
                row.getUUID("proposed_by"), row.getOffsetDateTime("proposed_at").toInstant());
    }

    /** Says that a seal rests on {@code waiver}; the database refuses one person in both roles. */
    Future<Void> insertSealed(SqlConnection transaction, DayWaiver waiver, UUID approvedBy) {
        return INSERT_SEALED.execute(transaction, Tuple.of(waiver.businessDate(), waiver.blocker().name(),
                waiver.id(), waiver.proposedBy(), approvedBy)).mapEmpty();
    }
}
