package vn.phopay.dayclose;

import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.identity.IdSource;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.KeyStatus;
import vn.phopay.qr.QrPrivateKey;
import vn.phopay.qr.SigningKey;
import vn.phopay.qr.TrustedKey;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.time.BusinessDay;

/** Days of payments and statements in a test's own database, and those who close them. */
final class ClosingFixture {
    static final String BIN = "970422";
    static final String ACCOUNT = "0123456789";
    static final UUID ALICE = new UUID(1, 1);
    static final UUID BOB = new UUID(1, 2);

    final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T03:00:00Z"));
    final DayStores stores = DayStores.standard();
    private final Pool pool;
    private final TrustedKey publicKey;
    private final CloseDay closeDay;
    private final ProposeWaiver propose;
    private final ReadDay readDay = new ReadDay(stores, clock);
    private final VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));
    private final AtomicInteger serial = new AtomicInteger();

    ClosingFixture(TestDatabase db) {
        this.pool = db.pool();
        IdSource ids = new IdSource(clock);
        AuditLog audit = new AuditLog(ids, clock);
        QrPrivateKey key = QrPrivateKey.generate(new SecureRandom());
        this.publicKey = new TrustedKey(key.publicKey(), null, null, KeyStatus.ACTIVE);
        this.closeDay = new CloseDay(stores, new SignSeal(() -> new SigningKey(key, publicKey)), audit, clock);
        this.propose = new ProposeWaiver(stores, audit, ids, clock);
        run("INSERT INTO bank (bank_code, bin, name, created_at) VALUES ('mbbank', '" + BIN + "', 'MB', now())"
                + " ON CONFLICT DO NOTHING");
    }

    static LocalDate day(int dayOfNovember) {
        return LocalDate.of(2026, 11, dayOfNovember);
    }

    /** A credit of {@code amountVnd} booked on {@code date}, by callback; gives the payment's id. */
    UUID pay(SqlClient client, LocalDate date, long amountVnd) {
        return pay(client, new Payment(date, ACCOUNT, amountVnd, "CALLBACK", "CREDIT"));
    }

    record Payment(LocalDate date, String account, long amountVnd, String source, String direction) {}

    UUID pay(SqlClient client, Payment payment) {
        UUID id = UUID.randomUUID();
        OffsetDateTime bookedAt = payment.date().atTime(LocalTime.NOON).atZone(BusinessDay.ZONE).toOffsetDateTime();
        String reference = "FT" + serial.incrementAndGet();
        await(client.preparedQuery("WITH keyed AS (INSERT INTO payment_key VALUES ('mbbank', $2, ''::bytea, $1)),"
                + " told AS (INSERT INTO delivery (delivery_id, bank_code, webhook_id, signed_at, bank_key_id,"
                + " received_at, verdict, raw_body) VALUES ($1, 'mbbank', 'm', now(), gen_random_uuid(), now(),"
                + " 'RECORDED', '')) INSERT INTO payment (payment_id, bank_code, bank_reference, delivery_id, source,"
                + " direction, account_number, amount_vnd, memo, booked_at, received_at, business_date, outcome)"
                + " VALUES ($1, 'mbbank', $2, $1, $3, $4, $5, $6, '', $7, now(), $8, 'UNMATCHED')")
                .execute(Tuple.of(id, reference, payment.source(), payment.direction(), payment.account(),
                        payment.amountVnd()).addOffsetDateTime(bookedAt).addLocalDate(payment.date())));
        return id;
    }

    /** The same transfer as {@code counted}, told by another sender. */
    UUID twin(LocalDate date, long amountVnd, UUID counted) {
        UUID id = pay(pool, date, amountVnd);
        run("INSERT INTO bank (bank_code, bin, name, created_at) VALUES ('aggregator', '" + BIN + "', 'A', now())");
        String itself = " WHERE payment_id = '" + id + "'";
        run("UPDATE payment_key SET bank_code = 'aggregator'" + itself);
        run("UPDATE delivery SET bank_code = 'aggregator' WHERE delivery_id = '" + id + "'");
        run("UPDATE payment SET bank_code = 'aggregator', twin_of = '" + counted + "'" + itself);
        run("UPDATE payment SET bank_trace = 'T1' WHERE payment_id IN ('" + id + "', '" + counted + "')");
        return id;
    }

    /** A fact about a payment, such as a refund of 1 đồng. */
    void fact(SqlClient client, UUID payment, String kind, LocalDate date) {
        boolean assignment = "ASSIGNMENT".equals(kind);
        await(client.preparedQuery("INSERT INTO payment_fact (fact_id, payment_id, kind, fact_key, sequence, outcome,"
                + " amount_vnd, evidence, business_date) VALUES ($1, $2, $3, $4, $5, $6, 1, '{}', $7)")
                .execute(Tuple.of(UUID.randomUUID(), payment, kind, "k" + serial.incrementAndGet(),
                        assignment ? 1 : null, assignment ? "UNMATCHED" : null).addLocalDate(date)));
    }

    /** A whole statement of {@link #ACCOUNT}, read to its end. */
    UUID statement(LocalDate from, LocalDate to, String status) {
        UUID id = UUID.randomUUID();
        await(pool.preparedQuery("WITH upload AS (INSERT INTO statement_upload (upload_id, bank_code, format, sha256,"
                + " size_bytes, status, received_at, received_by) VALUES ($1, 'mbbank', 'CAMT',"
                + " sha256($2::text::bytea), 1, 'IMPORTED', now(), gen_random_uuid()))"
                + " INSERT INTO statement (statement_id, upload_id, bank_code, account_number, reference, kind,"
                + " period_from, period_to, status)"
                + " VALUES ($1, $1, 'mbbank', $3, $2, 'CAMT053', $4, $5, $6)")
                .execute(Tuple.of(id, "S" + serial.incrementAndGet(), ACCOUNT, from, to, status)));
        settle();
        return id;
    }

    /** Sums and balances as the statements' lines and their status say. */
    private void settle() {
        run("UPDATE statement s SET (told_lines, credits_vnd, debits_vnd, matched, recovered, amount_mismatch,"
                + " ambiguous, duplicates) = (SELECT count(*),"
                + " COALESCE(sum(amount_vnd) FILTER (WHERE direction = 'CREDIT'), 0),"
                + " COALESCE(sum(amount_vnd) FILTER (WHERE direction = 'DEBIT'), 0),"
                + " count(*) FILTER (WHERE result = 'MATCHED'), count(*) FILTER (WHERE result = 'RECOVERED'),"
                + " count(*) FILTER (WHERE result = 'AMOUNT_MISMATCH'),"
                + " count(*) FILTER (WHERE result = 'AMBIGUOUS'), count(*) FILTER (WHERE result = 'DUPLICATE')"
                + " FROM statement_line l WHERE l.statement_id = s.statement_id)");
        run("UPDATE statement SET opening_vnd = 0, closing_vnd = credits_vnd - debits_vnd"
                + " + CASE status WHEN 'BALANCED' THEN 0 ELSE 1 END");
    }

    record Line(@Nullable UUID payment, String result, long amountVnd, String direction, LocalDate date) {}

    void line(UUID statement, Line line) {
        await(pool.preparedQuery("INSERT INTO statement_line (statement_id, line_no, account_number, direction,"
                + " is_reversal, amount_vnd, booked_at, is_exact, business_date, memo, result, payment_id)"
                + " VALUES ($1, $2, $3, $4, false, $5, $6::date::timestamptz, false, $6, '', $7, $8)")
                .execute(Tuple.of(statement, (long) serial.incrementAndGet(), ACCOUNT, line.direction(),
                        line.amountVnd(), line.date()).addString(line.result()).addUUID(line.payment())));
        settle();
    }

    CloseDay.Outcome close(LocalDate date, UUID staff, Set<BlockerKind> waive, boolean begins) {
        CloseDay.Order order = new CloseDay.Order(date, "checked", waive, begins, actor(staff));
        return inTransaction(transaction -> closeDay.close(transaction, order));
    }

    CloseDay.Outcome close(LocalDate date) {
        return close(date, BOB, Set.of(), false);
    }

    /** Closes with the help of a second person, whatever may be waived. */
    SealedDay closeAnyhow(LocalDate date) {
        Set<BlockerKind> waivable = EnumSet.of(BlockerKind.STATEMENT_MISSING, BlockerKind.DRIFT);
        waivable.forEach(kind -> propose(date, kind, ALICE));
        CloseDay.Outcome outcome = close(date, BOB, waivable, false);
        if (outcome instanceof CloseDay.Closed(SealedDay day)) {
            return day;
        }
        throw new AssertionError(date + " is not closed: " + outcome);
    }

    ProposeWaiver.Outcome propose(LocalDate date, BlockerKind kind, UUID staff) {
        ProposeWaiver.Order order = new ProposeWaiver.Order(date, kind, "known", actor(staff));
        return inTransaction(transaction -> propose.propose(transaction, order));
    }

    DayView read(LocalDate date) {
        return inTransaction(transaction -> readDay.read(transaction, date));
    }

    List<DayAccount> accounts(LocalDate date, Optional<DayStore.Account> after, int limit) {
        return await(readDay.accounts(pool, date, after, limit));
    }

    List<ReadDay.Line> days(LocalDate from, LocalDate to) {
        return await(readDay.list(pool, from, to));
    }

    /** What verify-seals would say of the whole chain. */
    List<SealVerdict> verifyAll() {
        VerifySeals verifier = new VerifySeals(
                new KeyList(List.of(publicKey), null, null, Set.of()), Optional.of(Seal.GENESIS));
        return await(stores.seals().list(pool, day(1), LocalDate.of(2027, 12, 31), 1_000)).stream()
                .map(seal -> verifier.verify(seal.line()))
                .toList();
    }

    static List<BlockerKind> blockers(CloseDay.Outcome outcome) {
        if (outcome instanceof CloseDay.Blocked(List<Blocker> blockers)) {
            return blockers.stream().map(Blocker::kind).toList();
        }
        throw new AssertionError("not blocked: " + outcome);
    }

    void run(String sql) {
        await(pool.query(sql).execute());
    }

    private static AuditEntry.Actor actor(UUID staff) {
        return new AuditEntry.Actor(staff, "ADMIN", "req");
    }

    private <T> T inTransaction(Function<SqlConnection, T> work) {
        return await(threads.call(() -> Future.await(pool.withTransaction(
                transaction -> threads.call(() -> work.apply(transaction))))));
    }
}
