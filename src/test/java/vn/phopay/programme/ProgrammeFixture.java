package vn.phopay.programme;

import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.StaffId;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceStore;
import vn.phopay.place.SeedPlaces;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The programme's parts on a database with Hanoi's places, without pages. */
final class ProgrammeFixture {
    final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T03:00:00Z"));
    final Pool pool;
    final PlaceDirectory places;
    final AuditLog audit;
    final PremisesStore premises;
    final WalkListStore walks;
    final StaffId staff;
    private final IdSource ids = new IdSource(clock);
    private final VirtualThreads threads;
    private int serial;

    ProgrammeFixture(TestDatabase database) {
        pool = database.pool();
        await(pool.withTransaction(new SeedPlaces(new PlaceStore())::seed));
        places = await(new PlaceStore().load(pool));
        threads = await(VirtualThreads.open(TestPostgres.vertx()));
        audit = new AuditLog(ids, clock);
        premises = new PremisesStore(ids, clock);
        walks = new WalkListStore(ids, clock);
        staff = staff("Lan");
    }

    LocalDate today() {
        return LocalDate.parse("2026-11-22");
    }

    Place street(String code) {
        return places.street(code).orElseThrow();
    }

    IdSource ids() {
        return ids;
    }

    AuditEntry.Actor actor() {
        return new AuditEntry.Actor(staff.value(), "REGISTRAR", "test");
    }

    StaffId staff(String name) {
        UUID id = UUID.randomUUID();
        serial++;
        run("INSERT INTO staff (staff_id, login, name, role, created_at) VALUES ($1, $2, $3, 'REGISTRAR', now())",
                Tuple.of(id, "staff" + serial, name));
        return new StaffId(id);
    }

    Premises.Seen seen(String house, String name, LocalDate on) {
        return new Premises.Seen(new HouseNumber(house), name, Optional.of("5812"), Premises.Status.TRADING,
                "Khảo sát tổ 5", on);
    }

    /** Runs {@code work} on a virtual thread in a transaction that is committed. */
    <T> T commit(Function<SqlConnection, T> work) {
        return in(work, true);
    }

    /** What a yes-or-no work says, committed. */
    boolean says(Predicate<SqlConnection> work) {
        return commit(work::test);
    }

    /** The same, rolled back: after a write that the database refused. */
    <T> T rollBack(Function<SqlConnection, T> work) {
        return in(work, false);
    }

    private <T> T in(Function<SqlConnection, T> work, boolean commit) {
        return await(threads.call(() -> {
            SqlConnection connection = Future.await(pool.getConnection());
            try {
                Transaction transaction = Future.await(connection.begin());
                T result = work.apply(connection);
                Future.await(commit ? transaction.commit() : transaction.rollback());
                return result;
            } finally {
                Future.await(connection.close());
            }
        }));
    }

    PremisesStore.Desk desk(SqlConnection transaction, String street) {
        return new PremisesStore.Desk(transaction, street(street), staff.value());
    }

    void run(String sql, Tuple parameters) {
        await(pool.preparedQuery(sql).execute(parameters));
    }

    long count(String sql) {
        return await(pool.query(sql).execute()).iterator().next().getLong(0);
    }
}
