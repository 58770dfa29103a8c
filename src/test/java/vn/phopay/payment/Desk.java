package vn.phopay.payment;

import static vn.phopay.testing.TestPostgres.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import vn.phopay.access.AuditEntry;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.identity.BankKeyId;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Two writers on a test database, and a person who decides. Every bank here stands for one and the same BIN. */
final class Desk {
    static final Instant NOW = Instant.parse("2026-11-22T02:15:00Z");
    static final String BIN = "970422";

    final PaymentFixtures fixtures;
    final AssignPayment assign = new AssignPayment(new IdSource(Clock.systemUTC()), Clock.systemUTC());
    final RecordRefund refund = new RecordRefund(new IdSource(Clock.systemUTC()));
    final RecordAcceptance accept = new RecordAcceptance(new IdSource(Clock.systemUTC()), Clock.systemUTC());
    private final TestDatabase database;
    private final PaymentWriters writers;
    private final RecordDelivery record;
    private final VirtualThreads threads;

    Desk(TestDatabase database) {
        this.database = database;
        this.fixtures = new PaymentFixtures(database.pool());
        WriterSettings limits = new WriterSettings(20_000, 64 << 20, 512, 0, 100);
        LateRule late = new LateRule(Duration.ofMinutes(15), Duration.ofHours(24));
        this.writers = await(PaymentWriters.open(TestPostgres.vertx(),
                new PaymentWriters.Plan(database.options(), 2, limits, late), Clock.systemUTC(),
                new SimpleMeterRegistry()));
        this.record = new RecordDelivery(
                writers, new MemoScanner(8), new IdSource(Clock.systemUTC()), database.pool());
        this.threads = await(VirtualThreads.open(TestPostgres.vertx()));
    }

    void close() {
        await(writers.stop());
    }

    /** Sends one delivery of {@code bank}; a writer is chosen by {@code writer}. */
    Future<List<RecordOutcome>> send(String bank, int writer, List<TransactionNotice> notices) {
        Delivery delivery = new Delivery(UUID.randomUUID(), bank, BIN, "m", NOW, new BankKeyId(UUID.randomUUID()), NOW,
                Buffer.buffer("{}"));
        MemoScanner scanner = new MemoScanner(8);
        List<PaymentFact> facts = notices.stream()
                .map(n -> new PaymentFact(new PaymentId(UUID.randomUUID()),
                        new PaymentFact.PaymentKey(bank, n.bankReference()), BIN, n, PaymentFact.Meaning.of(n),
                        scanner.scan(n.structuredReference(), n.memo()), delivery.id(), NOW))
                .toList();
        return writers.all().get(writer).submit(delivery, facts);
    }

    PaymentOutcome tell(String bank, TransactionNotice.Builder notice) {
        RecordOutcome outcome = await(send(bank, 0, List.of(notice.build()))).getFirst();
        return ((RecordOutcome.Recorded) outcome).outcome();
    }

    List<RecordOutcome> recover(String bank, List<TransactionNotice> lines) {
        return await(database.pool().withTransaction(transaction ->
                record.recordRecovered(transaction, new RecordDelivery.Statement(bank, BIN, NOW), lines)));
    }

    AssignPayment.Outcome assignToOutlet(UUID payment, PaymentFixtures.Shop shop) {
        return inTransaction(transaction -> assign.assign(transaction, new Assignment(new PaymentId(payment),
                Optional.of(new OutletId(shop.outlet())), Optional.empty(), null, AuditEntry.Actor.system(),
                new JsonObject())));
    }

    AssignPayment.Outcome assignToRequest(UUID payment, PaymentFixtures.Request request) {
        return inTransaction(transaction -> assign.assign(transaction, new Assignment(new PaymentId(payment),
                Optional.empty(), Optional.of(new PaymentRequestId(request.id())), null, AuditEntry.Actor.system(),
                new JsonObject())));
    }

    RecordRefund.Outcome refund(UUID payment, String key, long amountVnd) {
        return inTransaction(transaction -> refund.record(transaction, new Refund(
                new PaymentId(payment), key, amountVnd, NOW, null, AuditEntry.Actor.system(), new JsonObject())));
    }

    <T> T inTransaction(Function<SqlConnection, T> work) {
        return await(database.pool().withTransaction(
                transaction -> threads.call(() -> work.apply(transaction))));
    }
}
