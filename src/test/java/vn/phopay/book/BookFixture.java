package vn.phopay.book;

import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.db.Sql;
import vn.phopay.db.SqlOutcome;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.time.BusinessDay;

/** Shops, their payments as rows the way the features that own them write them, and everything that keeps books. */
final class BookFixture {
    static final String BANK = "mbbank";
    static final CashLimits LIMITS = new CashLimits(1_000_000_000L, 5);
    static final List<Threshold> THRESHOLDS = List.of(
            new Threshold(1_000_000_000L, LocalDate.of(2026, 1, 1), "trên", "above", "luật"),
            new Threshold(500_000_000L, LocalDate.of(2026, 1, 1), "dưới", "below", "luật cũ"));

    private static final AtomicInteger SERIAL = new AtomicInteger();

    /** 12 August 2026, ten in the morning in Hanoi. */
    final MovableClock clock = new MovableClock(Instant.parse("2026-08-12T03:00:00Z"));
    final Pool pool;
    final ReadBook read;
    final FoldBooks fold;
    final SearchBook search = new SearchBook();
    private final MerchantRegistry merchants;
    private final RecordCash recordCash;
    private final StrikeCash strikeCash;
    private final CloseMonth closeMonth;
    private final VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));

    BookFixture(TestDatabase db) {
        pool = db.pool();
        IdSource ids = new IdSource(clock);
        AuditLog audit = new AuditLog(ids, clock);
        merchants = MerchantRegistry.of(audit, ids, clock);
        read = new ReadBook(merchants, THRESHOLDS, clock);
        fold = new FoldBooks(pool, clock, 7);
        recordCash = new RecordCash(merchants.outlets(), LIMITS, clock);
        strikeCash = new StrikeCash(ids, clock);
        closeMonth = new CloseMonth(fold, read, audit, clock);
        run("INSERT INTO place (place_id, kind, code, name_vi, valid_from) VALUES"
                + " ('district-001', 'DISTRICT', '001', 'Ba Đình', '2025-07-01')"
                + " ON CONFLICT ON CONSTRAINT place_pk DO NOTHING");
        run("INSERT INTO bank (bank_code, bin, name, created_at) VALUES ('mbbank', '970422', 'MB', now())"
                + " ON CONFLICT DO NOTHING");
    }

    /** A shop and its outlets. */
    record Shop(MerchantId id, List<OutletId> outlets) {
        OutletId outlet() {
            return outlets.getFirst();
        }
    }

    Shop shop(String name, int outletCount) {
        UUID merchant = UUID.randomUUID();
        int serial = SERIAL.incrementAndGet();
        run("INSERT INTO merchant (merchant_id, status, legal_name, display_name, tax_code, phone_e164, category_code,"
                + " locale, created_at, updated_at) VALUES ($1, 'APPROVED', $2, $2, $3, $4, '5812', 'vi', now(),"
                + " now())",
                merchant, name, "01010%05d".formatted(serial), "+8490%07d".formatted(serial));
        run("INSERT INTO merchant_transition (merchant_id, to_status, recorded_at, business_date, actor_role)"
                + " VALUES ($1, 'APPROVED', now(), current_date, 'SYSTEM')", merchant);
        List<OutletId> outlets = new ArrayList<>();
        for (int i = 0; i < outletCount; i++) {
            UUID outlet = new UUID(merchant.getMostSignificantBits(), i);
            run("INSERT INTO outlet (outlet_id, merchant_id, name, address, created_at) VALUES ($1, $2, $3, $4, now())",
                    outlet, merchant, "Điểm bán " + (i + 1), (12 + i) + " Hàng Đào, Hoàn Kiếm, Hà Nội");
            run("INSERT INTO outlet_location (outlet_id, valid_from, district_place_id)"
                    + " VALUES ($1, '2026-01-05', 'district-001')", outlet);
            outlets.add(new OutletId(outlet));
        }
        return new Shop(new MerchantId(merchant), outlets);
    }

    /** A credit of a shop as a bank told it; outlet null where it names none, shop null where it is nobody's. */
    record Paid(UUID id, String reference, LocalDate date, long amountVnd) {}

    Paid pay(SqlClient client, @Nullable Shop shop, @Nullable OutletId outlet, LocalDate date, long amountVnd) {
        return pay(client, shop, outlet, "FT" + SERIAL.incrementAndGet(), date, amountVnd);
    }

    Paid pay(SqlClient client, @Nullable Shop shop, @Nullable OutletId outlet, String reference, LocalDate date,
             long amountVnd) {
        Paid paid = new Paid(UUID.randomUUID(), reference, date, amountVnd);
        String outcome = shop == null ? "UNMATCHED" : outlet == null ? "ACCOUNT" : "OUTLET";
        insert(client, paid, "CREDIT", null, outcome);
        if (shop != null) {
            run(client, "UPDATE payment SET merchant_id = $2, outlet_id = $3 WHERE payment_id = $1",
                    paid.id(), shop.id().value(), outlet == null ? null : outlet.value());
        }
        return paid;
    }

    /** The bank takes a credit back, whichever comes first. */
    Paid reverse(SqlClient client, Paid original, LocalDate date) {
        Paid debit = new Paid(UUID.randomUUID(), "RV" + SERIAL.incrementAndGet(), date, original.amountVnd());
        insert(client, debit, "DEBIT", original.reference(), "REVERSED");
        run(client, "INSERT INTO payment_reversal (bank_code, original_reference, account_number, amount_vnd,"
                + " reversal_payment_id) VALUES ($1, $2, '0123456789', $3, $4)",
                BANK, original.reference(), original.amountVnd(), debit.id());
        return debit;
    }

    private void insert(SqlClient client, Paid paid, String direction, @Nullable String reversalOf, String outcome) {
        var bookedAt = paid.date().atTime(LocalTime.of(10, 30)).atZone(BusinessDay.ZONE).toOffsetDateTime();
        run(client, "INSERT INTO payment (payment_id, bank_code, bank_reference, direction, reversal_of,"
                + " account_number, amount_vnd, memo, booked_at, received_at, business_date, outcome, payer_account)"
                + " VALUES ($1, $2, $3, $4, $5, '0123456789', $6, '', $7, $7, $8, $9, '00998877' || $10::text)",
                paid.id(), BANK, paid.reference(), direction, reversalOf, paid.amountVnd(), bookedAt, paid.date(),
                outcome, "%04d".formatted(paid.amountVnd() % 10_000));
        run(client, "INSERT INTO payment_key VALUES ($1, $2, ''::bytea, $3)", BANK, paid.reference(), paid.id());
    }

    void refund(SqlClient client, UUID payment, long amountVnd, LocalDate date) {
        run(client, "INSERT INTO payment_fact (fact_id, payment_id, kind, fact_key, amount_vnd, evidence,"
                + " business_date) VALUES (gen_random_uuid(), $1, 'REFUND', $2, $3, '{}', $4)",
                payment, "k" + SERIAL.incrementAndGet(), amountVnd, date);
    }

    void assign(SqlClient client, UUID payment, int sequence, Shop shop, OutletId outlet) {
        run(client, "INSERT INTO payment_fact (fact_id, payment_id, kind, fact_key, sequence, outcome, merchant_id,"
                + " outlet_id, evidence, business_date) VALUES (gen_random_uuid(), $1, 'ASSIGNMENT', $2, $3, 'OUTLET',"
                + " $4, $5, '{}', current_date)",
                payment, "k" + SERIAL.incrementAndGet(), sequence, shop.id().value(), outlet.value());
    }

    /** Folds everything that was committed. */
    void fold() {
        onVirtualThread(fold::run);
    }

    BookMonth month(Shop shop, int month) {
        return await(read.month(pool, shop.id(), YearMonth.of(2026, month))).orElseThrow();
    }

    static LocalDate day(int month, int dayOfMonth) {
        return LocalDate.of(2026, month, dayOfMonth);
    }

    RecordCash.Order cash(Shop shop, LocalDate date, long amountVnd) {
        return new RecordCash.Order(UUID.randomUUID(), shop.id(), shop.outlet(), date, amountVnd, "",
                shop.id().value());
    }

    RecordCash.Outcome record(RecordCash.Order order) {
        return inTransaction(transaction -> recordCash.record(transaction, order));
    }

    RecordCash.Outcome record(SqlConnection transaction, RecordCash.Order order) {
        return onVirtualThread(() -> recordCash.record(transaction, order));
    }

    StrikeCash.Outcome strike(Shop shop, UUID entry) {
        return inTransaction(transaction -> strikeCash.strike(
                transaction, new StrikeCash.Order(shop.id(), entry, shop.id().value())));
    }

    /** Closes a month as somebody who sees it as it is now. */
    CloseMonth.Outcome close(Shop shop, int month) {
        fold();
        return close(order(shop, month));
    }

    CloseMonth.Order order(Shop shop, int month) {
        return new CloseMonth.Order(shop.id(), YearMonth.of(2026, month), ReadBook.fingerprint(month(shop, month)),
                new AuditEntry.Actor(shop.id().value(), "MERCHANT", null));
    }

    CloseMonth.Outcome close(CloseMonth.Order order) {
        return inTransaction(transaction -> closeMonth.close(transaction, order));
    }

    CloseMonth.Outcome close(SqlConnection transaction, CloseMonth.Order order) {
        return onVirtualThread(() -> closeMonth.close(transaction, order));
    }

    /** What the invariants of books find wrong. */
    List<String> offenders() {
        List<String> offenders = new ArrayList<>();
        for (Sql check : List.of(Sql.load("ops/check_books"), Sql.load("ops/check_closed_months"))) {
            await(check.execute(pool)).forEach(row -> offenders.add(check.name() + " " + row.getString("offender")));
        }
        return offenders;
    }

    BookSpan span(Shop shop) {
        return await(read.span(pool, shop.id()));
    }

    private <T> T inTransaction(Function<SqlConnection, T> work) {
        return await(threads.call(() -> Future.await(pool.withTransaction(
                transaction -> threads.call(() -> work.apply(transaction))))));
    }

    <T> T onVirtualThread(Callable<T> work) {
        return await(threads.call(work));
    }

    RowSet<Row> run(String sql, @Nullable Object... parameters) {
        return run(pool, sql, parameters);
    }

    static RowSet<Row> run(SqlClient client, String sql, @Nullable Object... parameters) {
        return await(client.preparedQuery(sql).execute(Tuple.from(parameters)));
    }

    /** The name of the constraint that refuses {@code sql}; empty where none does. */
    Optional<String> refusedBy(String sql, @Nullable Object... parameters) {
        return await(pool.preparedQuery(sql).execute(Tuple.from(parameters)).map(rows -> Optional.<String>empty())
                .otherwise(SqlOutcome::brokenConstraint));
    }
}
