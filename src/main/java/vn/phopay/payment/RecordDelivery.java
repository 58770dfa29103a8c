package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
    private static final Sql INSERT_MALFORMED = Sql.load("payment/insert_malformed_delivery");

    private final PaymentWriters writers;
    private final MemoScanner scanner;
    private final IdSource ids;
    private final Pool pool;

    /** Records through {@code writers}; malformed deliveries, which are rare, through {@code pool}. */
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
        List<PaymentFact> facts = notices.stream().map(notice -> toFact(delivery, notice)).toList();
        return writers.of(delivery.bankCode()).submit(delivery, facts);
    }

    /** Keeps a delivery that cannot be read, as evidence. */
    public Future<Void> keepMalformed(Delivery delivery) {
        return INSERT_MALFORMED.execute(pool, Tuple.of(
                delivery.id(), delivery.bankCode(), delivery.name(), utc(delivery.signedAt()),
                delivery.verifiedBy().value(), utc(delivery.receivedAt()),
                Buffer.buffer(delivery.rawBody().getBytes())))
                .mapEmpty();
    }

    private PaymentFact toFact(Delivery delivery, TransactionNotice notice) {
        return new PaymentFact(
                new PaymentId(ids.next()),
                new PaymentKey(delivery.bankCode(), notice.bankReference()),
                delivery.bankBin(),
                notice,
                Meaning.of(notice),
                scanner.scan(notice.memo()),
                delivery.id(),
                delivery.receivedAt());
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
