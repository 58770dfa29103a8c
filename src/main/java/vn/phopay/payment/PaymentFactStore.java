package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.db.Sql;
import vn.phopay.identity.PaymentId;

/** Keeps what comes after a payment was recorded. Every future fails only on a database fault. */
final class PaymentFactStore {
    private static final Sql LOCK_PAYMENT = Sql.load("payment/lock_payment");
    private static final Sql READ_STANDING = Sql.load("payment/read_payment_standing");
    private static final Sql INSERT = Sql.load("payment/insert_payment_fact");
    private static final Sql READ_FACT = Sql.load("payment/read_payment_fact");

    /** What kinds of facts follow a payment. */
    enum Kind {
        REFUND,
        ASSIGNMENT,
        ACCEPTANCE
    }

    /** What every later fact says: of which payment, told apart by which key, decided where, by whom, why and when. */
    record Origin(
            UUID factId,
            PaymentId payment,
            String key,
            @Nullable UUID caseId,
            AuditEntry.Actor actor,
            JsonObject evidence,
            @Nullable Instant bookedAt,
            LocalDate businessDate) {}

    /** What an assignment says besides. */
    record Decided(int sequence, PaymentOutcome outcome, Attribution attribution) {}

    /** A fact that is kept. */
    record Kept(UUID paymentId, long amountVnd) {}

    /** The key of the assignment of {@code sequence}. */
    static String assignmentKey(PaymentId payment, int sequence) {
        return payment + "/" + sequence;
    }

    /** One payment, whose later facts nobody else writes until {@code transaction} ends; empty where there is none. */
    Future<Optional<PaymentStanding>> lock(SqlConnection transaction, PaymentId payment) {
        Tuple id = Tuple.of(payment.value());
        return LOCK_PAYMENT.execute(transaction, id).compose(locked -> locked.size() == 0
                ? Future.succeededFuture(Optional.empty())
                : READ_STANDING.execute(transaction, id)
                        .map(now -> Optional.of(toStanding(first(locked), first(now)))));
    }

    /** Keeps a fact that moves or decides no money of its own; false where one of its key was kept before. */
    Future<Boolean> keepAcceptance(SqlConnection transaction, Origin origin) {
        return insert(transaction, Kind.ACCEPTANCE, origin, says(null, null, null, Attribution.NONE));
    }

    /** Keeps a refund; false where one of its key was kept before. */
    Future<Boolean> keepRefund(SqlConnection transaction, Origin origin, long amountVnd) {
        return insert(transaction, Kind.REFUND, origin, says(null, null, amountVnd, Attribution.NONE));
    }

    /** Keeps an assignment; false where one of its key was kept before. */
    Future<Boolean> keepAssignment(SqlConnection transaction, Origin origin, Decided decided) {
        return insert(transaction, Kind.ASSIGNMENT, origin, says(
                decided.sequence(), decided.outcome().name(), null, decided.attribution()));
    }

    /** The fact of a key. */
    Future<Optional<Kept>> find(SqlConnection transaction, Kind kind, String key) {
        return READ_FACT.execute(transaction, Tuple.of(kind.name(), key)).map(rows -> rows.size() == 0
                ? Optional.empty()
                : Optional.of(toKept(first(rows))));
    }

    private static Tuple says(
            @Nullable Integer sequence, @Nullable String outcome, @Nullable Long amountVnd, Attribution whose) {
        return Tuple.tuple()
                .addInteger(sequence)
                .addString(outcome)
                .addLong(amountVnd)
                .addUUID(whose.merchantId())
                .addUUID(whose.outletId())
                .addUUID(whose.qrId())
                .addUUID(whose.paymentRequestId());
    }

    private static Future<Boolean> insert(SqlConnection transaction, Kind kind, Origin origin, Tuple says) {
        Tuple parameters = Tuple.of(origin.factId(), origin.payment().value(), kind.name(), origin.key());
        for (int i = 0; i < says.size(); i++) {
            parameters.addValue(says.getValue(i));
        }
        parameters.addUUID(origin.caseId())
                .addValue(origin.evidence())
                .addOffsetDateTime(utc(origin.bookedAt()))
                .addLocalDate(origin.businessDate())
                .addUUID(origin.actor().id())
                .addString(origin.actor().role());
        return INSERT.execute(transaction, parameters).map(rows -> rows.rowCount() == 1);
    }

    private static PaymentStanding toStanding(Row locked, Row now) {
        PaymentStanding.Told told = new PaymentStanding.Told(
                "CREDIT".equals(locked.getString("direction")),
                locked.getUUID("twin_of") != null,
                locked.getLong("amount_vnd"),
                locked.getLocalDate("business_date"));
        return new PaymentStanding(
                told,
                now.getInteger("sequence"),
                PaymentOutcome.valueOf(now.getString("outcome")),
                new Attribution(now.getUUID("merchant_id"), now.getUUID("outlet_id"), now.getUUID("qr_id"),
                        now.getUUID("payment_request_id")),
                now.getBoolean("reversed"),
                now.getLong("refunded_vnd"));
    }

    private static Kept toKept(Row row) {
        Long amountVnd = row.getLong("amount_vnd");
        return new Kept(row.getUUID("payment_id"), amountVnd == null ? 0 : amountVnd);
    }

    private static Row first(RowSet<Row> rows) {
        return rows.iterator().next();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
