package vn.phopay.reconciliation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;

/** Keeps cases. */
public final class CaseStore {
    private static final Sql OPEN = Sql.load("reconciliation/open_cases");
    private static final Sql ADD_EVIDENCE = Sql.load("reconciliation/add_evidence");

    /**
     * Opens those of {@code cases} whose trouble has none yet; the constraint {@code recon_case_identity_uq} decides.
     * A trouble that is told again opens nothing, also after it was resolved: what is new about it is added to its case
     * as an act, and the decision stands. Where nothing was told before this is one statement.
     */
    public Future<Void> open(SqlClient transaction, List<NewCase> cases) {
        return cases.isEmpty()
                ? Future.succeededFuture()
                : OPEN.execute(transaction, toTuple(cases)).compose(opened -> addEvidence(transaction, cases, opened));
    }

    private static Future<Void> addEvidence(SqlClient transaction, List<NewCase> cases, RowSet<Row> opened) {
        if (opened.rowCount() == cases.size()) {
            return Future.succeededFuture();
        }
        Set<UUID> isNew = new HashSet<>();
        opened.forEach(row -> isNew.add(row.getUUID("case_id")));
        List<NewCase> toldBefore = cases.stream().filter(told -> !isNew.contains(told.id().value())).toList();
        return ADD_EVIDENCE.execute(transaction, toTuple(toldBefore)).mapEmpty();
    }

    private static Tuple toTuple(List<NewCase> cases) {
        return Tuple.tuple()
                .addArrayOfUUID(cases.stream().map(c -> c.id().value()).toArray(UUID[]::new))
                .addArrayOfString(cases.stream().map(c -> c.kind().name()).toArray(String[]::new))
                .addArrayOfString(cases.stream().map(NewCase::fingerprint).toArray(String[]::new))
                .addArrayOfLocalDate(cases.stream().map(NewCase::period).toArray(LocalDate[]::new))
                .addArrayOfString(cases.stream().<@Nullable String>map(NewCase::bankCode).toArray(String[]::new))
                .addArrayOfUUID(cases.stream().<@Nullable UUID>map(NewCase::paymentId).toArray(UUID[]::new))
                .addArrayOfString(cases.stream().map(c -> c.evidence().encode()).toArray(String[]::new))
                .addArrayOfOffsetDateTime(cases.stream()
                        .map(c -> OffsetDateTime.ofInstant(c.openedAt(), ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }
}
