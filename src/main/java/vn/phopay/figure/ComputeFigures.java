package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.phopay.adoption.Interval;
import vn.phopay.adoption.KeepAdoptionDay;
import vn.phopay.db.Sql;
import vn.phopay.figure.PeriodFigures.ComputedDay;
import vn.phopay.figure.PeriodFigures.Contributors;
import vn.phopay.metric.MetricBook;
import vn.phopay.time.BusinessDay;

/**
 * Computes the figures of days that are out of date, with the week and the month in which each lies.
 *
 * <p>What is out of date is decided in the database: whoever changes a fact leaves a mark of its days in the same
 * transaction. {@link #absorb} turns marks into dirty days and {@link #compute} computes one of them, all of it out of
 * one
 * snapshot that is younger than the marks taken; so a change that it did not see still has its mark. Both run under one
 * advisory lock: of several instances one computes, and the others skip their turn. All methods wait on futures: call
 * them
 * on a virtual thread. They throw on a database fault, which leaves everything as it was.
 */
public final class ComputeFigures {
    private static final Sql TRY_LOCK = Sql.load("figure/try_lock");
    private static final Sql BEGIN_SNAPSHOT = Sql.load("figure/begin_snapshot");
    private static final Sql ABSORB_MARKS = Sql.load("figure/absorb_marks");
    private static final Sql READ_DIRTY_DAYS = Sql.load("figure/read_dirty_days");
    private static final Sql READ_DAY = Sql.load("figure/read_day");
    private static final Sql READ_BACKLOG = Sql.load("figure/read_backlog");
    private static final String SERIALIZATION_FAILURE = "40001";

    private final Pool pool;
    private final Clock clock;
    private final int historyDays;
    private final KeptMeasures kept;
    private final KeepAdoptionDay keepAdoptionDay = new KeepAdoptionDay();
    private final BigDecimal streetCoveredRate;
    private final ReleasedMonths released;

    /** Computes days of a city of which nothing was ever published. */
    public ComputeFigures(Pool pool, Clock clock, MetricBook book, int historyDays) {
        this(pool, clock, book, historyDays, ReleasedMonths.NONE);
    }

    /** Computes days that lie at most {@code historyDays} back, by the definitions of {@code book}; months that
     * were published are held to {@code released}. */
    public ComputeFigures(
            Pool pool, Clock clock, MetricBook book, int historyDays, ReleasedMonths released) {
        this.pool = pool;
        this.clock = clock;
        this.historyDays = historyDays;
        this.kept = new KeptMeasures(book);
        this.streetCoveredRate = book.streetCoveredRate();
        this.released = released;
    }

    /**
     * What waits.
     *
     * @param ageMs how long the day has waited that waits longest, in milliseconds
     * @param days how many days wait
     */
    public record Backlog(long ageMs, long days) {}

    /** Takes the marks that are there. False where another instance is at it. */
    public boolean absorb() {
        return inTransaction(connection -> {
            if (!locked(connection)) {
                return false;
            }
            Future.await(ABSORB_MARKS.execute(connection, Tuple.of(today(), now(), historyDays)));
            return true;
        });
    }

    /** At most {@code daysMax} days whose figures are out of date, the newest first. */
    public List<LocalDate> dirtyDays(int daysMax) {
        List<LocalDate> days = new ArrayList<>();
        Future.await(READ_DIRTY_DAYS.execute(pool, Tuple.of(today(), (long) daysMax)))
                .forEach(row -> days.add(row.getLocalDate("business_date")));
        return days;
    }

    /** How much waits. */
    public Backlog backlog() {
        Row row = Future.await(READ_BACKLOG.execute(pool, Tuple.of(now()))).iterator().next();
        return new Backlog(row.getLong("age_ms"), row.getLong("days"));
    }

    /** Computes one day, unless it is up to date. False where another instance is at it, or was a moment ago. */
    public boolean compute(LocalDate day) {
        try {
            return inTransaction(connection -> {
                Future.await(BEGIN_SNAPSHOT.execute(connection));
                if (!locked(connection)) {
                    return false;
                }
                computeDirty(connection, day);
                return true;
            });
        } catch (PgException overtaken) {
            if (SERIALIZATION_FAILURE.equals(overtaken.getSqlState())) {
                return false;
            }
            throw overtaken;
        }
    }

    private void computeDirty(SqlConnection connection, LocalDate day) {
        Period month = Period.of(Interval.MONTH, day);
        LocalDate today = today();
        for (Row row : Future.await(
                READ_DAY.execute(connection, Tuple.of(day, month.start(), month.end(), today)))) {
            if (row.getBoolean("dirty")) {
                // Merchants' amounts of a month are counted once all of its days that are over stand.
                boolean counts = day.isBefore(today) && !row.getBoolean("month_waits");
                computeNow(connection, day, new Contributors(counts, today.minusDays(1), released));
            }
        }
    }

    private void computeNow(SqlConnection connection, LocalDate day, Contributors contributors) {
        FigurePlaces places = FigurePlaces.read(connection, day, streetCoveredRate);
        DayFigures figures = new DayFigures(places.scopes());
        FigureFacts facts = new FigureFacts(connection, day, figures);
        facts.read();
        places.addTo(figures);
        ComputedDay computed = new ComputedDay(day, figures.measures(kept), sketches(figures));

        PeriodFigures periods = new PeriodFigures(connection, computed);
        Map<Period, Map<String, Map<String, Long>>> all = new LinkedHashMap<>();
        for (Period period : FigureWrites.periods(day)) {
            all.put(period, period.interval() == Interval.DAY
                    ? computed.measures()
                    : periods.of(period, contributors));
        }
        OffsetDateTime now = now();
        FigureWrites writes = new FigureWrites(connection, now);
        // First, because it reads all outlets before its first write; the others only write.
        boolean keptChanged = keepAdoptionDay.keep(connection, day, now);
        boolean changed = writes.save(all) || keptChanged;
        writes.save(day, computed.sketches());
        writes.saveFirstPayments(day, facts.outletToFirstPaidAt());
        writes.finish(day, changed);
    }

    private static Map<String, Map<SketchName, Buffer>> sketches(DayFigures figures) {
        Map<String, Map<SketchName, Buffer>> all = new HashMap<>();
        figures.sketches().forEach((scope, sketches) -> {
            Map<SketchName, Buffer> bytes = new EnumMap<>(SketchName.class);
            sketches.forEach((name, sketch) -> bytes.put(name, sketch.bytes()));
            all.put(scope, bytes);
        });
        return all;
    }

    private static boolean locked(SqlConnection connection) {
        return Future.await(TRY_LOCK.execute(connection)).iterator().next().getBoolean("taken");
    }

    private <T> T inTransaction(Function<SqlConnection, T> work) {
        SqlConnection connection = Future.await(pool.getConnection());
        try {
            Transaction transaction = Future.await(connection.begin());
            try {
                T result = work.apply(connection);
                Future.await(transaction.commit());
                return result;
            } catch (RuntimeException fault) {
                Future.await(transaction.rollback().otherwiseEmpty());
                throw fault;
            }
        } finally {
            connection.close();
        }
    }

    private LocalDate today() {
        return BusinessDay.of(clock.instant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
