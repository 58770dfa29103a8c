package vn.phopay.http.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.http.issuing.IssuingFixture.body;
import static vn.phopay.testing.TestPostgres.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.db.Sql;
import vn.phopay.http.issuing.IssuingFixture.Shop;
import vn.phopay.identity.BankKeyId;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.payment.Delivery;
import vn.phopay.payment.LateRule;
import vn.phopay.payment.MemoScanner;
import vn.phopay.payment.PaymentOutcome;
import vn.phopay.payment.PaymentWriters;
import vn.phopay.payment.RecordDelivery;
import vn.phopay.payment.RecordOutcome;
import vn.phopay.payment.WriterSettings;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** A cancellation over HTTP and the real payment writer, at the same request. */
class CancellationRaceTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("cancellation_race");

    @TempDir
    static Path keys;

    private static final long AMOUNT = 100_000;

    private static IssuingFixture fixture;
    private static PaymentWriters writers;
    private static RecordDelivery record;

    @BeforeAll
    static void open() throws Exception {
        fixture = new IssuingFixture(DB, keys);
        WriterSettings limits = new WriterSettings(20_000, 64 << 20, 512, 0, 100);
        writers = await(PaymentWriters.open(TestPostgres.vertx(),
                new PaymentWriters.Plan(DB.options(), 1, limits, new LateRule(Duration.ofMinutes(15), Duration.ZERO)),
                fixture.clock, new SimpleMeterRegistry()));
        record = new RecordDelivery(writers, new MemoScanner(8), new IdSource(fixture.clock), fixture.pool);
    }

    @AfterAll
    static void close() {
        await(writers.stop());
        fixture.close();
    }

    @RepeatedTest(20)
    void paymentAndCancellationShouldAgreeWhenTheyComeAtOnce() throws Exception {
        Shop shop = fixture.shop();
        JsonObject request = fixture.requested(shop, AMOUNT);
        String path = "/api/v1/payment-requests/" + request.getString("id");
        List<String> outcomes = AtOnce.run(2, i -> i == 0
                ? Integer.toString(fixture.post(path + "/cancel", new JsonObject(), shop.token()).statusCode())
                : outcomeOf(pay(shop, request)).name());
        boolean cancelled = outcomes.getFirst().equals("200");
        assertEquals(cancelled ? List.of("200", "LATE") : List.of("409", "MATCHED"), outcomes);
        JsonObject file = body(200, fixture.get(path, shop.token()));
        assertEquals(cancelled ? "CANCELLED" : "PAID", file.getString("status"));
        assertEquals(cancelled ? 0 : AMOUNT, file.getLong("paidAmount"));
    }

    @Test
    void paymentShouldWaitForTheCancellationInFlightAndThenBeLate() {
        Shop shop = fixture.shop();
        JsonObject request = fixture.requested(shop, AMOUNT);
        UUID id = PaymentRequestId.parse(request.getString("id")).orElseThrow().value();
        SqlConnection canceller = await(fixture.pool.getConnection());
        Transaction transaction = await(canceller.begin());
        await(Sql.load("issuing/lock_payment_request").execute(canceller, Tuple.of(id)));
        Future<List<RecordOutcome>> paying = pay(shop, request);
        awaitBlockedSession();
        await(Sql.load("issuing/cancel_payment_request").execute(
                canceller, Tuple.of(id, fixture.clock.instant().atOffset(ZoneOffset.UTC))));
        await(transaction.commit());
        await(canceller.close());
        assertEquals(PaymentOutcome.LATE, outcomeOf(paying));
    }

    /** Booked a second from now, so after a cancellation that happens now. */
    private static Future<List<RecordOutcome>> pay(Shop shop, JsonObject request) {
        Instant now = fixture.clock.instant();
        String bankReference = "FT" + UUID.randomUUID();
        TransactionNotice notice = TransactionNotice.credit(bankReference, shop.accountNumber(), AMOUNT)
                .memo("MBVCB." + request.getString("reference") + ".CT")
                .bookedAt(now.plusSeconds(1))
                .build();
        Delivery delivery = new Delivery(UUID.randomUUID(), "mbbank", IssuingFixture.BIN, bankReference, now,
                new BankKeyId(UUID.randomUUID()), now, Buffer.buffer("{}"));
        return record.record(delivery, List.of(notice));
    }

    private static PaymentOutcome outcomeOf(Future<List<RecordOutcome>> recorded) {
        return assertInstanceOf(RecordOutcome.Recorded.class, await(recorded).getFirst()).outcome();
    }

    /** Returns once some session of this database waits for a lock that another one holds. */
    private static void awaitBlockedSession() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (fixture.count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND cardinality(pg_blocking_pids(pid)) > 0") == 0) {
            assertTrue(System.nanoTime() < deadline, "no session waits for a lock");
        }
    }
}
