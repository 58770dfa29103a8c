package vn.phopay.dayclose;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.phopay.db.Sql;

/** Reads a day, open or sealed: its totals, what came late, and what speaks against closing it. */
public final class ReadDay {
    private static final Sql HOLD_SNAPSHOT = Sql.load("dayclose/hold_snapshot");

    private final DayStores stores;
    private final Clock clock;

    /** Reads from {@code stores}; {@code clock} says which days are over. */
    public ReadDay(DayStores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * A day of a list.
     *
     * @param sealed its seal; empty while it is open
     * @param totals as in {@link DayView}
     */
    public record Line(LocalDate date, Optional<Seal> sealed, Map<Measure, DayPart.Total> totals) {
        /** Copies {@code totals}. */
        public Line {
            totals = Map.copyOf(totals);
        }
    }

    /** The day as it is now, in one snapshot of {@code transaction}; runs on a virtual thread. */
    public DayView read(SqlConnection transaction, LocalDate date) {
        Future.await(HOLD_SNAPSHOT.execute(transaction));
        Optional<SealedDay> sealed = Future.await(stores.seals().find(transaction, date));
        DayFindings findings = Future.await(stores.findings().find(transaction, date, Long.MAX_VALUE));
        List<DayWaiver> waivers = Future.await(stores.waivers().list(transaction, date));
        NextDay next = Future.await(stores.nextDay(transaction));
        if (sealed.isEmpty()) {
            long horizon = next.end().map(SealStore.ChainEnd::horizon).orElse(0L);
            List<Blocker> blockers = new ArrayList<>(findings.blockers());
            next.blocker(date, false, clock.instant()).ifPresent(blockers::addFirst);
            boolean isNext = next.date().filter(date::equals).isPresent();
            return new DayView(date, sealed, Future.await(stores.days().sum(transaction, date, 0)),
                    isNext ? Future.await(stores.days().waiting(transaction, date, horizon)) : Map.of(),
                    DayView.Late.NONE, findings, blockers, waivers);
        }
        Map<LocalDate, Map<Measure, DayPart.Total>> parts = new TreeMap<>();
        Future.await(stores.seals().parts(transaction, date))
                .forEach(part -> parts.put(part.businessDate(), part.totals()));
        Map<Measure, DayPart.Total> totals = Optional.ofNullable(parts.remove(date)).orElse(Map.of());
        return new DayView(date, sealed, totals, parts, late(transaction, date, next), findings, List.of(), waivers);
    }

    private DayView.Late late(SqlConnection transaction, LocalDate date, NextDay next) {
        long horizon = next.end().orElseThrow().horizon();
        return new DayView.Late(
                Future.await(stores.days().adjusting(transaction, date)),
                Future.await(stores.days().sum(transaction, date, horizon)));
    }

    /**
     * The accounts on which money moved that day, after {@code after}, at most {@code limit}, with what each counted
     * before and after the day's seal.
     */
    public Future<List<DayAccount>> accounts(
            SqlClient client, LocalDate date, Optional<DayStore.Account> after, int limit) {
        return stores.seals().find(client, date).compose(sealed -> stores.days().accounts(client,
                new DayStore.PageRequest(date, sealed.map(day -> day.place().horizon()).orElse(Long.MAX_VALUE), after,
                        limit)));
    }

    /** The days from {@code from} to {@code to} on which something was counted or that are sealed, oldest first. */
    public Future<List<Line>> list(SqlClient client, LocalDate from, LocalDate to) {
        int daysMax = Math.toIntExact(from.until(to, ChronoUnit.DAYS)) + 1;
        return stores.days().sums(client, from, to).compose(sums ->
                stores.seals().list(client, from, to, daysMax).map(seals -> toLines(sums, seals)));
    }

    private static List<Line> toLines(Map<LocalDate, Map<Measure, DayPart.Total>> sums, List<Seal> seals) {
        Map<LocalDate, Line> lines = new TreeMap<>();
        sums.forEach((date, totals) -> lines.put(date, new Line(date, Optional.empty(), totals)));
        for (Seal seal : seals) {
            LocalDate date = LocalDate.parse(seal.json().getString("businessDate"));
            lines.put(date, new Line(date, Optional.of(seal), sums.getOrDefault(date, Map.of())));
        }
        return List.copyOf(lines.values());
    }
}
