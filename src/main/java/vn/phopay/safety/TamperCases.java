package vn.phopay.safety;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.reconciliation.CaseStore;
import vn.phopay.reconciliation.NewCase;
import vn.phopay.time.BusinessDay;

/**
 * Finds or opens the case that a report belongs to, and holds it until COMMIT. While a place's case is not resolved,
 * all
 * that is told of it is evidence of that case, on whichever day; once it is, the next report opens another, also on the
 * same day: whoever pastes over a code again must not be hidden by a decision about the first time. Runs on a virtual
 * thread.
 */
final class TamperCases {
    private static final Sql FIND_OPEN = Sql.load("safety/find_open_tampering");
    private static final Sql COUNT_ENDED = Sql.load("safety/count_ended_tampering");
    private static final Sql LOCK = Sql.load("safety/lock_tampering");

    private final CaseStore cases = new CaseStore();

    private record Identity(String fingerprint, LocalDate period) {}

    /** Something told at {@code at} about the place of {@code fingerprint}; {@code id} names the case if it is new. */
    record Told(CaseId id, String fingerprint, JsonObject evidence, Instant at) {}

    /** The case that {@code told} belongs to; the evidence is added to it. */
    CaseId open(SqlConnection transaction, Told told) {
        Identity identity = identity(transaction, told.fingerprint(), BusinessDay.of(told.at()));
        NewCase tampering = new NewCase(told.id(), CaseKind.CODE_TAMPERED, identity.fingerprint(), identity.period(),
                null, null, told.evidence(), told.at());
        Future.await(cases.open(transaction, List.of(tampering)));
        RowSet<Row> held = Future.await(
                LOCK.execute(transaction, Tuple.of(identity.fingerprint(), identity.period())));
        return new CaseId(held.iterator().next().getUUID("case_id"));
    }

    private static Identity identity(SqlConnection transaction, String fingerprint, LocalDate today) {
        String later = fingerprint + "#%";
        RowSet<Row> open = Future.await(FIND_OPEN.execute(transaction, Tuple.of(fingerprint, later)));
        if (open.size() > 0) {
            Row row = open.iterator().next();
            return new Identity(row.getString("fingerprint"), row.getLocalDate("period"));
        }
        long resolved = Future.await(COUNT_ENDED.execute(transaction, Tuple.of(fingerprint, later, today)))
                .iterator().next().getLong("cases");
        return new Identity(resolved == 0 ? fingerprint : fingerprint + '#' + (resolved + 1), today);
    }
}
