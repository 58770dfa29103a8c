package vn.phopay.reconciliation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.IdSource;

/**
 * Closes cases whose trouble went away, in the transaction of what made it go, and says why. A proposal that waited for
 * a second person is overtaken. Where no such case is open it is one statement on an index that holds open cases only.
 *
 * <p>Lock order within a transaction: payment requests, then closing, then {@link CaseStore#open}; decisions of staff
 * keep it too, so that nobody waits for each other in a circle.
 */
public final class CloseSolvedCases {
    private static final Logger LOG = LoggerFactory.getLogger(CloseSolvedCases.class);
    private static final Sql CLOSE = Sql.load("reconciliation/close_solved_cases");

    private final CaseActs acts;
    private final AuditLog audit;
    private final Clock clock;

    /** Closes cases at {@code clock}'s time; {@code ids} names acts and audit entries. */
    public CloseSolvedCases(IdSource ids, Clock clock) {
        this.acts = new CaseActs(ids);
        this.audit = new AuditLog(ids, clock);
        this.clock = clock;
    }

    /** Closes what is not resolved of {@code solved}; gives the closed cases. Fails only on a database fault. */
    public Future<List<CaseId>> close(SqlClient transaction, List<Solved> solved) {
        if (solved.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        Map<String, Solved> keyToSolved = new HashMap<>();
        solved.forEach(trouble -> keyToSolved.put(key(trouble.kind().name(), trouble.fingerprint()), trouble));
        Instant now = clock.instant();
        List<Solved> distinct = List.copyOf(keyToSolved.values());
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(distinct.stream().map(trouble -> trouble.kind().name()).toArray(String[]::new))
                .addArrayOfString(distinct.stream().map(Solved::fingerprint).toArray(String[]::new))
                .addOffsetDateTime(CaseActs.timestamp(now));
        return CLOSE.execute(transaction, parameters)
                .compose(rows -> keep(transaction, toClosed(rows, keyToSolved), now));
    }

    private record Closed(CaseId id, Solved trouble, @Nullable UUID overtaken, @Nullable UUID proposer) {}

    private static List<Closed> toClosed(RowSet<Row> rows, Map<String, Solved> keyToSolved) {
        List<Closed> closed = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Solved trouble = keyToSolved.get(key(row.getString("kind"), row.getString("fingerprint")));
            if (trouble == null) {
                throw new IllegalStateException("a case was closed that nobody asked to close");
            }
            closed.add(new Closed(new CaseId(row.getUUID("case_id")), trouble, row.getUUID("pending_act_id"),
                    row.getUUID("pending_actor_id")));
        }
        return closed;
    }

    private Future<List<CaseId>> keep(SqlClient transaction, List<Closed> closed, Instant now) {
        if (closed.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        List<CaseAct> done = new ArrayList<>();
        List<Future<Void>> audited = new ArrayList<>();
        for (Closed one : closed) {
            Solved.Because because = one.trouble().because();
            if (one.overtaken() != null && one.proposer() != null) {
                done.add(CaseAct.overtaken(one.id(), new CaseAct.Answer(one.overtaken(), one.proposer()), because));
            }
            done.add(CaseAct.solved(one.id(), because, one.trouble().evidence()));
            audited.add(audit.record(transaction, entry(one)));
            LOG.info("event=case_solved caseId={} kind={} because={}", one.id(), one.trouble().kind(), because);
        }
        return Future.all(acts.add(transaction, done, now), Future.all(audited))
                .map(all -> closed.stream().map(Closed::id).toList());
    }

    private static AuditEntry entry(Closed closed) {
        JsonObject details = new JsonObject()
                .put("kind", closed.trouble().kind().name())
                .put("resolution", Resolution.AUTO.name())
                .put("because", closed.trouble().because().name());
        return new AuditEntry(AuditEntry.Actor.system(), "case.solve", "CASE", closed.id().toString(),
                closed.trouble().because().text(), details);
    }

    private static String key(String kind, String fingerprint) {
        return kind + ' ' + fingerprint;
    }
}
