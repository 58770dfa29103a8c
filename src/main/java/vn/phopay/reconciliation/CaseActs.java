package vn.phopay.reconciliation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.IdSource;

/** Adds what was done about cases; nothing here changes what stands. */
final class CaseActs {
    private static final Sql INSERT = Sql.load("reconciliation/insert_case_act");

    private final IdSource ids;

    CaseActs(IdSource ids) {
        this.ids = ids;
    }

    /** Adds {@code acts}, done at {@code moment}, in their order. */
    Future<Void> add(SqlClient transaction, List<CaseAct> acts, Instant moment) {
        List<Tuple> rows = acts.stream().map(act -> toTuple(ids.next(), act, moment)).toList();
        return INSERT.executeBatch(transaction, rows).mapEmpty();
    }

    /** Adds one and gives its id. */
    Future<UUID> add(SqlClient transaction, CaseAct act, Instant moment) {
        UUID id = ids.next();
        return INSERT.execute(transaction, toTuple(id, act, moment)).map(id);
    }

    static OffsetDateTime timestamp(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Tuple toTuple(UUID id, CaseAct act, Instant moment) {
        Decision decision = act.decision();
        CaseAct.Answer answers = act.answers();
        return Tuple.of(id, act.caseId().value(), act.what().name(), timestamp(moment))
                .addUUID(act.actor().id())
                .addString(act.actor().role())
                .addString(act.actor().requestId())
                .addString(decision == null ? null : decision.action().name())
                .addString(nameOf(act.resolution()))
                .addString(act.reason())
                .addString(act.note())
                .addUUID(decision == null || decision.outlet() == null ? null : decision.outlet().value())
                .addUUID(decision == null || decision.paymentRequest() == null
                        ? null : decision.paymentRequest().value())
                .addValue(act.evidence())
                .addUUID(answers == null ? null : answers.actId())
                .addUUID(answers == null ? null : answers.proposer());
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
