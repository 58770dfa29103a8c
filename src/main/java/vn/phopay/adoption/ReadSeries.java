package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.phopay.adoption.AdoptionStore.ScopePoint;
import vn.phopay.adoption.AdoptionStore.Scopes;
import vn.phopay.adoption.AdoptionStore.Sums;

/** Reads a time series of the city, a district or a street. */
public final class ReadSeries {
    private final AdoptionReads reads;
    private final OutsiderRules rules;

    /** Reads through {@code pool}; outsiders see what {@code rules} let them. */
    public ReadSeries(Pool pool, OutsiderRules rules) {
        this.reads = new AdoptionReads(pool);
        this.rules = rules;
    }

    /**
     * The series of {@code scope}; empty where there is no such place. Waits on futures: call it on a virtual thread.
     * Throws only on a fault.
     */
    public Optional<AdoptionSeries> read(SeriesScope scope, DayRange range, Interval interval, Viewer viewer) {
        AdoptionStore store = reads.store();
        Future<Instant> asOf = store.foldedAt();
        Future<KeptDays> keptDays = reads.days(range);
        List<AdoptionPlace> districts = Future.await(store.districts(range.to()));
        Optional<AdoptionPlace> place = find(scope, districts, range.to());
        boolean wholeCity = scope.districtCode().isEmpty() && scope.streetId().isEmpty();
        if (place.isEmpty() && !wholeCity) {
            return Optional.empty();
        }
        boolean byDistrict = scope.streetId().isEmpty();
        Subject subject = new Subject(place, districts, viewer);
        Map<LocalDate, List<Cell>> days = Future.await(store.cells(range, byDistrict));
        Activity activity = new Activity(days, Future.await(keptDays));
        List<SeriesPoint> points = points(subject, activity, interval.split(range), interval);
        return Optional.of(new AdoptionSeries(range, Future.await(asOf), interval, place, points));
    }

    private Optional<AdoptionPlace> find(SeriesScope scope, List<AdoptionPlace> districts, LocalDate asOf) {
        Optional<AdoptionPlace> district = scope.districtCode().flatMap(code -> withCode(districts, code));
        if (scope.streetId().isEmpty()) {
            return district;
        }
        Optional<AdoptionPlace> street = Future.await(reads.store().street(scope.streetId().get()));
        if (scope.districtCode().isEmpty() || street.isEmpty()) {
            return street;
        }
        return district.flatMap(in -> Future.await(reads.store().placesInside(in.placeId(), asOf)).stream()
                .filter(place -> place.placeId().equals(street.get().placeId()))
                .findFirst());
    }

    private static Optional<AdoptionPlace> withCode(List<AdoptionPlace> places, String code) {
        return places.stream().filter(place -> place.code().equals(code)).findFirst();
    }

    private List<SeriesPoint> points(
            Subject subject, Activity activity, List<DayRange> ranges, Interval interval) {
        var sums = reads.store().sums(subject.scopes(), ranges);
        var medians = reads.medians(activity.kept(), subject.scopes(), ranges);
        var active = interval == Interval.DAY
                ? Future.succeededFuture(subject.activeByDay(activity.days(), ranges))
                : subject.active(reads, activity.kept(), ranges);
        Secrets secrets = secrets(subject, activity.days(), ranges);
        PointFigures figures = new PointFigures(
                subject.id(), Future.await(sums), Future.await(medians), Future.await(active));
        List<SeriesPoint> points = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            points.add(secrets.hide(figures.point(i, ranges.get(i))));
        }
        return points;
    }

    private Secrets secrets(Subject subject, Map<LocalDate, List<Cell>> days, List<DayRange> ranges) {
        Set<LocalDate> noCounts = new HashSet<>();
        Set<LocalDate> noMoney = new HashSet<>();
        days.forEach((day, cells) -> {
            if (subject.isWithheld(cells, rules.counts())) {
                noCounts.add(day);
            }
            if (subject.isWithheld(cells, rules.values())) {
                noMoney.add(day);
            }
        });
        return new Secrets(noCounts, noMoney, subject.seesWhole(days) ? Set.of() : months(subject, ranges));
    }

    private Set<YearMonth> months(Subject subject, List<DayRange> ranges) {
        Map<YearMonth, Future<Withheld>> asked = new HashMap<>();
        for (DayRange range : ranges) {
            YearMonth last = YearMonth.from(range.to());
            for (YearMonth month = YearMonth.from(range.from()); !month.isAfter(last); month = month.plusMonths(1)) {
                YearMonth one = month;
                asked.computeIfAbsent(one, first ->
                        rules.months().withheld(new DayRange(one.atDay(1), one.atEndOfMonth())));
            }
        }
        Set<YearMonth> withheld = new HashSet<>();
        asked.forEach((month, read) -> {
            if (Future.await(read).has(subject.id())) {
                withheld.add(month);
            }
        });
        return withheld;
    }

    /** The cells of each day, and which days are kept. */
    private record Activity(Map<LocalDate, List<Cell>> days, KeptDays kept) {}

    /** Days and months of which the reader does not see counts, or money. */
    private record Secrets(Set<LocalDate> noCounts, Set<LocalDate> noMoney, Set<YearMonth> noMonthsMoney) {
        SeriesPoint hide(SeriesPoint point) {
            DayRange range = point.range();
            if (noCounts.stream().anyMatch(range::has)) {
                return new SeriesPoint(range, null, null, null, null, true);
            }
            boolean hidden = noMoney.stream().anyMatch(range::has)
                    || noMonthsMoney.stream().anyMatch(month ->
                            !month.atEndOfMonth().isBefore(range.from()) && !month.atDay(1).isAfter(range.to()));
            return hidden
                    ? new SeriesPoint(range, point.transactions(), null, null, point.activeOutlets(), true)
                    : point;
        }
    }

    /** Figures of all points of one subject. */
    private record PointFigures(
            String id, Map<ScopePoint, Sums> sums, Map<ScopePoint, Long> medians, Map<ScopePoint, Long> active) {
        SeriesPoint point(int index, DayRange range) {
            ScopePoint key = new ScopePoint(id, index);
            Sums moved = sums.getOrDefault(key, Sums.NONE);
            return new SeriesPoint(
                    range, moved.transactions(), moved.amountVnd(), medians.get(key), active.getOrDefault(key, 0L),
                    false);
        }
    }

    /** Whose series it is, and who reads it. */
    private record Subject(Optional<AdoptionPlace> place, List<AdoptionPlace> districts, Viewer viewer) {
        /** The place's id; empty for the city. */
        String id() {
            return place.map(AdoptionPlace::placeId).orElse("");
        }

        Scopes scopes() {
            return place.map(one -> Scopes.each(List.of(one))).orElseGet(() -> Scopes.together(districts));
        }

        Future<Map<ScopePoint, Long>> active(AdoptionReads reads, KeptDays kept, List<DayRange> ranges) {
            return place.map(one -> reads.active(kept, ranges, List.of(one)))
                    .orElseGet(() -> reads.activeInCity(kept, ranges));
        }

        /** An outlet stands in one cell a day, so the cells of a day add up. */
        Map<ScopePoint, Long> activeByDay(Map<LocalDate, List<Cell>> days, List<DayRange> ranges) {
            Map<ScopePoint, Long> active = new HashMap<>();
            for (int i = 0; i < ranges.size(); i++) {
                List<Cell> cells = days.getOrDefault(ranges.get(i).from(), List.of());
                long outlets = cells.stream().filter(contains()).mapToLong(Cell::outlets).sum();
                active.put(new ScopePoint(id(), i), outlets);
            }
            return active;
        }

        boolean isWithheld(Collection<Cell> cells, Disclosure disclosure) {
            if (viewer.everything()) {
                return false;
            }
            if (place.isEmpty()) {
                return disclosure.withholdsCity(cells, seen());
            }
            return !seesWhole(List.of(cells)) && disclosure.withheld(cells).has(id());
        }

        /** Whether nothing of the days lies where the reader sees as an outsider. */
        boolean seesWhole(Map<LocalDate, List<Cell>> days) {
            return viewer.everything() || (place.isPresent() && seesWhole(days.values()));
        }

        private boolean seesWhole(Collection<? extends Collection<Cell>> days) {
            Set<String> seen = seen();
            return days.stream()
                    .flatMap(Collection::stream)
                    .filter(contains())
                    .allMatch(cell -> seen.contains(cell.district()));
        }

        private Predicate<Cell> contains() {
            String id = id();
            return cell -> id.isEmpty() || id.equals(cell.district()) || id.equals(cell.street());
        }

        private Set<String> seen() {
            return districts.stream()
                    .filter(district -> viewer.sees(district.code()))
                    .map(AdoptionPlace::placeId)
                    .collect(Collectors.toSet());
        }
    }
}
