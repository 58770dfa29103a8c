package vn.phopay.reconciliation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import vn.phopay.db.Sql;

/** Keeps cases. */
public final class CaseStore {
    private static final Sql OPEN = Sql.load("reconciliation/open_cases");

    /** Opens those of {@code cases} that are not open yet; the constraint {@code recon_case_identity_uq} decides. */
    public Future<Void> open(SqlClient transaction, List<NewCase> cases) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfUUID(cases.stream().map(c -> c.id().value()).toArray(UUID[]::new))
                .addArrayOfString(cases.stream().map(c -> c.kind().name()).toArray(String[]::new))
                .addArrayOfString(cases.stream().map(NewCase::fingerprint).toArray(String[]::new))
                .addArrayOfLocalDate(cases.stream().map(NewCase::period).toArray(LocalDate[]::new))
                .addArrayOfString(cases.stream().map(NewCase::bankCode).toArray(String[]::new))
                .addArrayOfUUID(cases.stream().map(NewCase::paymentId).toArray(UUID[]::new))
                .addArrayOfString(cases.stream().map(c -> c.evidence().encode()).toArray(String[]::new))
                .addArrayOfOffsetDateTime(cases.stream()
                        .map(c -> OffsetDateTime.ofInstant(c.openedAt(), ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return OPEN.execute(transaction, parameters).mapEmpty();
    }
}
