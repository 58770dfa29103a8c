package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.db.Sql;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.PaymentFact.Meaning;
import vn.phopay.payment.PaymentFact.PaymentKey;

/**
 * Records an authenticated delivery: its raw bytes, and each of its transactions exactly once. What was answered is
 * committed; what fails may be sent again and counts once all the same.
 */
public final class RecordDelivery {
    private static final Sql PLAN_BY_INDEX = Sql.load("payment/plan_by_index");
    private static final Sql KEEP_DELIVERY = Sql.load("payment/keep_delivery");

    private final PaymentWriters writers;
    private final MemoScanner scanner;
    private final IdSource ids;
    private final Pool pool;

    /** Records through {@code writers}; deliveries that make no payment, which are rare, through {@code pool}. */
    public RecordDelivery(PaymentWriters writers, MemoScanner scanner, IdSource ids, Pool pool) {
        this.writers = writers;
        this.scanner = scanner;
        this.ids = ids;
        this.pool = pool;
    }

    /** Whether a delivery would be let in now; asked before its body is read. */
    public boolean accepts() {
        return writers.accept();
    }

    /**
     * Records {@code notices}; the outcomes stand in their order. Fails with {@link DatabaseUnavailableException} where
     * there is no room or no database.
     */
    public Future<List<RecordOutcome>> record(Delivery delivery, List<TransactionNotice> notices) {
        Told told = new Told(delivery.bankCode(), delivery.bankBin(), delivery.id(), delivery.receivedAt());
        List<PaymentFact> facts = notices.stream().map(notice -> toFact(told, notice)).toList();
        return writers.of(delivery.bankCode()).submit(delivery, facts);
    }

    /** Why a delivery that was kept made no payment. */
    public enum NoPayment {
        /** It cannot be read. */
        MALFORMED,
        /** The sender tried its address out. */
        PROBE,
        /** It told of something that moved no money. */
        NOT_PAID
    }

    /** Keeps a delivery that makes no payment, as evidence; fails where the database does. */
    public Future<Void> keep(Delivery delivery, NoPayment why) {
        return KEEP_DELIVERY.execute(pool, Tuple.of(
                delivery.id(), delivery.bankCode(), delivery.name(), utc(delivery.signedAt()),
                delivery.verifiedBy().value(), utc(delivery.receivedAt()), why.name(),
                Buffer.buffer(delivery.rawBody().getBytes())))
                .mapEmpty();
    }

    /**
     * Whose statement tells of payments that no callback told.
     *
     * @param bankCode the bank
     * @param bankBin its identifier; with the account number it names the account
     * @param receivedAt when the statement arrived here
     */
    public record Statement(String bankCode, String bankBin, Instant receivedAt) {}

    /**
     * Records payments that only a statement tells, through the caller's own short transaction: by the same rules as a
     * callback, each once by what the bank calls it, and without a raw delivery. The outcomes stand in the order of
     * {@code notices} and hold once the caller has committed. Fails on a database fault; the caller then rolls back.
     */
    public Future<List<RecordOutcome>> recordRecovered(
            SqlConnection transaction, Statement statement, List<TransactionNotice> notices) {
        Told told = new Told(statement.bankCode(), statement.bankBin(), null, statement.receivedAt());
        PaymentFlush flush = writers.newFlush();
        Future<List<RecordOutcome>> recorded = PLAN_BY_INDEX.execute(transaction).map(planned -> new ArrayList<>());
        for (List<PaymentFact> facts : inFlushes(notices.stream().map(notice -> toFact(told, notice)).toList())) {
            recorded = recorded.compose(before -> flush.run(transaction, List.of(), facts).map(outcomes -> {
                before.addAll(outcomes);
                return before;
            }));
        }
        return recorded;
    }

    /** Parts {@code facts} where one speaks of the same as another before it, as the writers' queue does. */
    private static List<List<PaymentFact>> inFlushes(List<PaymentFact> facts) {
        List<List<PaymentFact>> flushes = new ArrayList<>();
        FlushKeys keys = new FlushKeys();
        for (PaymentFact fact : facts) {
            if (flushes.isEmpty() || !keys.admit(fact)) {
                flushes.add(new ArrayList<>());
                keys = new FlushKeys();
                keys.admit(fact);
            }
            flushes.getLast().add(fact);
        }
        return flushes;
    }

    private record Told(String bankCode, String bankBin, @Nullable UUID deliveryId, Instant receivedAt) {}

    private PaymentFact toFact(Told told, TransactionNotice notice) {
        return new PaymentFact(
                new PaymentId(ids.next()),
                new PaymentKey(told.bankCode(), notice.bankReference()),
                told.bankBin(),
                notice,
                Meaning.of(notice),
                scanner.scan(notice.structuredReference(), notice.memo()),
                told.deliveryId(),
                told.receivedAt());
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
