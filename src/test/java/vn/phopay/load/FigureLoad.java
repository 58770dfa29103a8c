package vn.phopay.load;

import static vn.phopay.testing.TestPostgres.vertx;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.phopay.adoption.Interval;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.figure.ComputeFigures;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.figure.ReadFigures;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;
import vn.phopay.place.PlaceStore;
import vn.phopay.place.SeedPlaces;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.time.BusinessDay;

/** Measures the figures of a big city; see {@code loadtest/figures/run.sh}. */
public final class FigureLoad {
    private static final int DAYS_MEASURED = 5;
    private static final int TODAYS_MEASURED = 5;
    private static final int READS_MEASURED = 200;

    private final Pool pool;
    private final PrintStream out;
    private final ComputeFigures compute;
    private final LocalDate today = BusinessDay.of(Clock.systemUTC().instant());

    private FigureLoad(Pool pool, PrintStream out) {
        this.pool = pool;
        this.out = out;
        this.compute = new ComputeFigures(pool, Clock.systemUTC(), MetricBook.load(), 1_100);
    }

    /** Payments, outlets and days. */
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        VirtualThreads threads = VirtualThreads.open(vertx()).await(30, TimeUnit.SECONDS);
        try (TestDatabase db = TestPostgres.newDatabase("figure_load")) {
            FigureLoad load = new FigureLoad(db.pool(), out);
            threads.call(() -> {
                load.seed(Long.parseLong(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
                load.measure();
                return null;
            }).await(3, TimeUnit.HOURS);
        }
        System.exit(0);
    }

    private void run(String sql, Object... parameters) {
        Future.await(pool.preparedQuery(sql).execute(Tuple.from(parameters)));
    }

    private void seed(long payments, int outlets, int days) throws Exception {
        long startedNs = System.nanoTime();
        Future.await(pool.withTransaction(transaction -> new SeedPlaces(new PlaceStore()).seed(transaction)));
        run("INSERT INTO bank (bank_code, bin, name, created_at) VALUES ('loadbank', '970422', 'x', now())");
        file("1_merchants", outlets, today, days);
        file("2_outlets");
        file("3_locations");
        run("INSERT INTO merchant_account (account_id, merchant_id, bank_bin, account_number, account_name, status,"
                + " created_at) SELECT gen_random_uuid(), merchant_id, '970422', left(md5(merchant_id::text), 18), 'x',"
                + " 'APPROVED', created_at FROM merchant");
        run("CREATE TABLE load_outlet AS SELECT row_number() OVER (ORDER BY outlet_id) AS number, outlet_id,"
                + " merchant_id FROM outlet");
        run("CREATE UNIQUE INDEX load_outlet_ix ON load_outlet (number)");
        run("ANALYZE load_outlet");
        file("4_payments", payments, today, days);
        run("ANALYZE");
        file("5_outlet_days");
        file("6_outlet_months");
        file("7_codes");
        run("TRUNCATE outlet_moved");
        run("UPDATE adoption_watermark SET folded_xid = pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
        run("VACUUM ANALYZE");
        say("seeded %,d payments, %,d outlets, %d days in %.0f s", payments, outlets, days,
                (System.nanoTime() - startedNs) / 1e9);
    }

    private void file(String name, Object... parameters) throws Exception {
        run(Files.readString(Path.of("loadtest/figures/" + name + ".sql")), parameters);
    }

    private void measure() {
        compute.absorb();
        List<LocalDate> days = compute.dirtyDays(DAYS_MEASURED);
        List<Double> daysMs = new ArrayList<>();
        days.forEach(day -> daysMs.add(ms(() -> compute.compute(day))));
        say("a day that never was computed, ms: %s", daysMs);
        List<Double> todaysMs = new ArrayList<>();
        for (int time = 0; time < TODAYS_MEASURED; time++) {
            run("SELECT mark_figures($1, $1)", today);
            compute.absorb();
            todaysMs.add(ms(() -> compute.compute(today)));
        }
        say("today once more, ms: %s", todaysMs);
        ReadFigures read = new ReadFigures();
        Period month = Period.of(Interval.MONTH, today);
        percentiles("all districts of a month", () -> read.across(pool, ScopeKind.DISTRICT, month));
        percentiles("all wards of a month", () -> read.across(pool, ScopeKind.WARD, month));
        percentiles("the city's days of a month", () -> read.series(pool, Figures.CITY,
                Period.of(Interval.DAY, month.start()), Period.of(Interval.DAY, today)));
    }

    private void percentiles(String what, Supplier<Future<?>> reading) {
        List<Double> times = new ArrayList<>();
        for (int time = 0; time < READS_MEASURED; time++) {
            times.add(ms(() -> Future.await(reading.get())));
        }
        times.sort(Double::compare);
        say("%s: p50 %.1f ms, p99 %.1f ms", what, times.get(READS_MEASURED / 2), times.get(READS_MEASURED * 99 / 100));
    }

    private static double ms(Runnable work) {
        long startedNs = System.nanoTime();
        work.run();
        return Math.round((System.nanoTime() - startedNs) / 1e5) / 10.0;
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
