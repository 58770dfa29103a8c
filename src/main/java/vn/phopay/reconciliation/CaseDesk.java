package vn.phopay.reconciliation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.access.Authority;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;

/**
 * What every step of staff about a case has in common: the case is held until COMMIT, the step becomes an act and an
 * audit entry, and the case moves on. Runs on virtual threads.
 */
public final class CaseDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CaseDesk.class);
    private static final Sql LOCK_REQUESTS = Sql.load("reconciliation/lock_requests");
    private static final Sql LOCK = Sql.load("reconciliation/lock_case");
    private static final Sql UPDATE = Sql.load("reconciliation/update_case");
    private static final Sql FIND_TARGET = Sql.load("reconciliation/find_target");

    private final CaseReader reader = new CaseReader();
    private final CaseActs acts;
    private final AuditLog audit;
    private final Clock clock;

    /** Works at {@code clock}'s time; {@code ids} names acts and audit entries. */
    public CaseDesk(IdSource ids, Clock clock) {
        this.acts = new CaseActs(ids);
        this.audit = new AuditLog(ids, clock);
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Holds the case until COMMIT, and before it the requests that a decision may touch: the writer of payments takes
     * requests first and cases after them. Empty where there is none that the caller may see.
     */
    Optional<CaseFile> hold(SqlConnection transaction, CaseId id, @Nullable Decision decision, Decider decider) {
        UUID request = decision == null || decision.paymentRequest() == null
                ? null : decision.paymentRequest().value();
        Future.await(LOCK_REQUESTS.execute(transaction, Tuple.of(id.value(), request)));
        Future.await(LOCK.execute(transaction, Tuple.of(id.value())));
        return Future.await(reader.find(transaction, id, decider.principal().districtCodes()));
    }

    /** What keeps the caller from changing {@code file} at all; empty where nothing does. */
    static Optional<CaseOutcome> obstacle(CaseFile file, Decider decider) {
        if (!Authority.mayResolveCase(decider.principal(), file.about().districtCodes())) {
            return Optional.of(new CaseOutcome.Forbidden());
        }
        CaseFile.Standing standing = file.standing();
        if (standing.status() == CaseStatus.RESOLVED) {
            return Optional.of(new CaseOutcome.WrongState(standing.status()));
        }
        return decider.version().filter(version -> version != standing.version())
                .map(version -> new CaseOutcome.Stale(standing.version()));
    }

    /** Where a case goes by an act. */
    record Move(CaseStatus status, @Nullable Resolution resolution, boolean proposes) {
        static final Move ACKNOWLEDGED = new Move(CaseStatus.ACKNOWLEDGED, null, false);
        static final Move PROPOSED = new Move(CaseStatus.ACKNOWLEDGED, null, true);

        static Move resolved(Resolution resolution) {
            return new Move(CaseStatus.RESOLVED, resolution, false);
        }
    }

    /** Keeps {@code act}, moves the case, and tells the audit log under {@code name}. */
    CaseOutcome keep(SqlConnection transaction, CaseAct act, Move move, String name) {
        Instant now = clock.instant();
        UUID actId = Future.await(acts.add(transaction, act, now));
        Future.await(UPDATE.execute(transaction, Tuple.of(
                act.caseId().value(),
                move.status().name(),
                move.resolution() == null ? null : move.resolution().name(),
                move.resolution() == null ? null : CaseActs.timestamp(now),
                move.proposes() ? actId : null,
                move.proposes() ? act.actor().id() : null)));
        Future.await(audit.record(transaction, new AuditEntry(
                act.actor(), name, "CASE", act.caseId().toString(), act.note(), details(act))));
        LOG.info("event=case_act act={} caseId={} requestId={}", name, act.caseId(), act.actor().requestId());
        return new CaseOutcome.Changed(
                Future.await(reader.find(transaction, act.caseId(), Set.of())).orElseThrow());
    }

    private static JsonObject details(CaseAct act) {
        JsonObject details = new JsonObject();
        Decision decision = act.decision();
        if (decision != null) {
            details.put("action", decision.action().name());
            Optional.ofNullable(decision.outlet()).ifPresent(outlet -> details.put("outletId", outlet.toString()));
            Optional.ofNullable(decision.paymentRequest())
                    .ifPresent(request -> details.put("paymentRequestId", request.toString()));
        }
        Optional.ofNullable(act.resolution()).ifPresent(resolution -> details.put("resolution", resolution.name()));
        Optional.ofNullable(act.reason()).ifPresent(reason -> details.put("because", reason));
        Optional.ofNullable(act.answers()).ifPresent(answer -> details.put("proposedBy", answer.proposer().toString()));
        return details;
    }

    /** Whom {@code decision} gives money to; empty where there is no such outlet or request, or they do not fit. */
    Optional<DecisionTarget> target(SqlConnection transaction, Decision decision) {
        Iterator<Row> rows = Future.await(FIND_TARGET.execute(transaction, Tuple.of(
                decision.outlet() == null ? null : decision.outlet().value(),
                decision.paymentRequest() == null ? null : decision.paymentRequest().value()))).iterator();
        if (!rows.hasNext()) {
            return Optional.empty();
        }
        Row row = rows.next();
        return Optional.of(new DecisionTarget(
                row.getUUID("outlet_id"), row.getUUID("payment_request_id"),
                new MerchantId(row.getUUID("merchant_id")), row.getBoolean("active"),
                Set.of(row.getArrayOfStrings("district_codes"))));
    }
}
