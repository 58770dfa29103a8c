package vn.phopay.consent;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;

/** Keeps what merchants agreed to. Acts are only added. Every future fails only on a database fault. */
public final class Consents {
    private static final Sql GIVE = Sql.load("consent/insert_given");
    private static final Sql WITHDRAW = Sql.load("consent/insert_withdrawn");
    private static final Sql LIST_CURRENT = Sql.load("consent/list_current");
    private static final Sql LIST_HISTORY = Sql.load("consent/list_history");

    private final IdSource ids;
    private final Clock clock;

    /** Names acts by {@code ids} and stamps them by {@code clock}. */
    public Consents(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The last act about each purpose that the merchant was ever asked about, in the order of the purposes. */
    public Future<List<Consent>> current(SqlClient client, MerchantId merchant) {
        return LIST_CURRENT.execute(client, Tuple.of(merchant.value())).map(Consents::toConsents);
    }

    /** Everything that the merchant agreed to and took back, the oldest first. */
    public Future<List<Consent>> history(SqlClient client, MerchantId merchant) {
        return LIST_HISTORY.execute(client, Tuple.of(merchant.value())).map(Consents::toConsents);
    }

    /**
     * Agrees to the present wording. False where that holds already, or where another act came in this very moment:
     * then nothing was written and the transaction goes on.
     */
    public Future<Boolean> give(
            SqlClient transaction, MerchantId merchant, ConsentPurpose purpose, ConsentEvidence evidence) {
        Tuple parameters = toTuple(merchant, purpose, evidence).addString(purpose.version());
        return GIVE.execute(transaction, parameters).map(rows -> rows.rowCount() == 1);
    }

    /**
     * Takes agreement back. False where there is none in force, or where another act came in this very moment: then
     * nothing was written and the transaction goes on. What was done before stays lawful (Decree 13/2023, article 12).
     */
    public Future<Boolean> withdraw(
            SqlClient transaction, MerchantId merchant, ConsentPurpose purpose, ConsentEvidence evidence) {
        return WITHDRAW.execute(transaction, toTuple(merchant, purpose, evidence)).map(rows -> rows.rowCount() == 1);
    }

    private Tuple toTuple(MerchantId merchant, ConsentPurpose purpose, ConsentEvidence evidence) {
        StaffId recorder = evidence.recordedBy();
        return Tuple.of(ids.next(), merchant.value(), purpose.name())
                .addOffsetDateTime(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .addString(evidence.isAssisted() ? "ASSISTED" : "OWN")
                .addString(evidence.form().name())
                .addString(evidence.note().orElse(null))
                .addUUID(recorder == null ? null : recorder.value());
    }

    private static List<Consent> toConsents(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Consents::toConsent).toList();
    }

    private static Consent toConsent(Row row) {
        return new Consent(
                ConsentPurpose.valueOf(row.getString("purpose")),
                row.getInteger("edition"),
                Consent.Act.valueOf(row.getString("act")),
                row.getString("text_version"),
                row.getOffsetDateTime("acted_at").toInstant(),
                new ConsentEvidence(
                        ConsentEvidence.Form.valueOf(row.getString("form")),
                        Optional.ofNullable(row.getString("note")),
                        staff(row.getUUID("recorded_by"))));
    }

    private static @Nullable StaffId staff(@Nullable UUID id) {
        return id == null ? null : new StaffId(id);
    }
}
