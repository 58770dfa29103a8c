package vn.phopay.zone;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.phopay.time.BusinessDay;

/**
 * Writes when zones are open into {@code zone_open_day} and {@code zone_open_span}, by the same {@link ZoneCalendar}
 * that pages show: for each zone of which hours are known, every day from {@link #FIRST_DAY} to a year ahead. Days
 * that are written as they should be are not touched. One writer at a time; doing it again changes nothing.
 */
public final class WriteOpenSpans {
    /** The first day whose takings can be told apart by opening hours. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2023, 10, 1);

    private static final int DAYS_AHEAD = 366;

    private final ZoneStore zones = new ZoneStore();
    private final OpenSpanStore spans = new OpenSpanStore();
    private final Clock clock;

    /** Writes a year ahead of what {@code clock} tells. */
    public WriteOpenSpans(Clock clock) {
        this.clock = clock;
    }

    /** Brings all zones up to date; gives how many days were written. */
    public Future<Integer> write(SqlClient transaction) {
        LocalDate last = lastDay();
        return spans.lock(transaction)
                .compose(locked -> zones.rules(transaction, null))
                .compose(rules -> zones.exceptions(transaction, null).compose(exceptions -> {
                    Future<Integer> written = Future.succeededFuture(0);
                    for (var zone : calendars(rules, exceptions).entrySet()) {
                        written = written.compose(before -> write(
                                transaction, zone.getKey(), zone.getValue(), new Days(FIRST_DAY, last))
                                .map(days -> before + days));
                    }
                    return written;
                }));
    }

    /** Whether hours are kept for the day of {@code moment}. */
    static boolean keeps(Instant moment) {
        return !BusinessDay.of(moment).isBefore(FIRST_DAY);
    }

    /** Keeps everybody else who changes calendars out until the transaction ends. */
    Future<Void> lock(SqlClient transaction) {
        return spans.lock(transaction);
    }

    /** Brings the days of one zone up to date that {@code changed} touches; gives how many were written. */
    Future<Integer> write(SqlClient transaction, String zonePlaceId, OpenSpan changed) {
        LocalDate from = later(BusinessDay.of(changed.opensAt()), FIRST_DAY);
        LocalDate to = earlier(BusinessDay.of(changed.closesAt()), lastDay());
        if (to.isBefore(from)) {
            return Future.succeededFuture(0);
        }
        return spans.lock(transaction)
                .compose(locked -> zones.calendar(transaction, zonePlaceId))
                .compose(calendar -> write(transaction, zonePlaceId, calendar, new Days(from, to)));
    }

    private LocalDate lastDay() {
        return BusinessDay.of(clock.instant()).plusDays(DAYS_AHEAD);
    }

    private static Map<String, ZoneCalendar> calendars(List<ZoneRule> rules, List<ZoneException> exceptions) {
        Map<String, List<ZoneRule>> zoneToRules = rules.stream().collect(
                Collectors.groupingBy(ZoneRule::zonePlaceId, LinkedHashMap::new, Collectors.toList()));
        exceptions.forEach(exception -> zoneToRules.putIfAbsent(exception.zonePlaceId(), List.of()));
        Map<String, ZoneCalendar> calendars = new LinkedHashMap<>();
        zoneToRules.forEach((zone, own) -> calendars.put(zone, new ZoneCalendar(own,
                exceptions.stream().filter(exception -> exception.zonePlaceId().equals(zone)).toList())));
        return calendars;
    }

    /** Days, both ends included. */
    private record Days(LocalDate from, LocalDate to) {}

    private Future<Integer> write(SqlClient transaction, String zonePlaceId, ZoneCalendar calendar, Days days) {
        return spans.read(transaction, zonePlaceId, days.from(), days.to()).compose(written -> {
            Map<LocalDate, List<OpenSpan>> changed = new LinkedHashMap<>();
            for (long day = 0; day <= ChronoUnit.DAYS.between(days.from(), days.to()); day++) {
                LocalDate date = days.from().plusDays(day);
                List<OpenSpan> wanted = calendar.openSpans(date);
                if (!wanted.equals(written.get(date))) {
                    changed.put(date, wanted);
                }
            }
            return changed.isEmpty()
                    ? Future.succeededFuture(0)
                    : spans.write(transaction, zonePlaceId, changed).map(done -> changed.size());
        });
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
