package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
    private final AdoptionStore store;
    private final Disclosure disclosure;

    /** Reads through {@code pool}; outsiders see what {@code disclosure} lets them. */
    public ReadSeries(Pool pool, Disclosure disclosure) {
        this.store = new AdoptionStore(pool);
        this.disclosure = disclosure;
    }

    /**
     * The series of {@code scope}; empty where there is no such place. Waits on futures: call it on a virtual thread.
     * Throws only on a fault.
     */
    public Optional<AdoptionSeries> read(SeriesScope scope, DayRange range, Interval interval, Viewer viewer) {
        Future<Instant> asOf = store.foldedAt();
        List<AdoptionPlace> districts = Future.await(store.districts(range.to()));
        Optional<AdoptionPlace> place = find(scope, districts, range.to());
        boolean wholeCity = scope.districtCode().isEmpty() && scope.streetId().isEmpty();
        if (place.isEmpty() && !wholeCity) {
            return Optional.empty();
        }
        boolean byDistrict = scope.streetId().isEmpty();
        Subject subject = new Subject(place, districts, viewer);
        Map<LocalDate, List<Cell>> days = Future.await(store.cells(range, byDistrict));
        List<SeriesPoint> points = points(subject, days, interval.split(range), interval);
        return Optional.of(new AdoptionSeries(range, Future.await(asOf), interval, place, points));
    }

    private Optional<AdoptionPlace> find(SeriesScope scope, List<AdoptionPlace> districts, LocalDate asOf) {
        Optional<AdoptionPlace> district = scope.districtCode().flatMap(code -> withCode(districts, code));
        if (scope.streetId().isEmpty()) {
            return district;
        }
        Optional<AdoptionPlace> street = Future.await(store.street(scope.streetId().get()));
        if (scope.districtCode().isEmpty() || street.isEmpty()) {
            return street;
        }
        return district.flatMap(in -> Future.await(store.placesInside(in.placeId(), asOf)).stream()
                .filter(place -> place.placeId().equals(street.get().placeId()))
                .findFirst());
    }

    private static Optional<AdoptionPlace> withCode(List<AdoptionPlace> places, String code) {
        return places.stream().filter(place -> place.code().equals(code)).findFirst();
    }

    private List<SeriesPoint> points(
            Subject subject, Map<LocalDate, List<Cell>> days, List<DayRange> ranges, Interval interval) {
        var sums = store.sums(subject.scopes(), ranges);
        var medians = store.medians(subject.scopes(), ranges);
        var active = interval == Interval.DAY
                ? Future.succeededFuture(subject.activeByDay(days, ranges))
                : subject.active(store, ranges);
        Set<LocalDate> secret = days.entrySet().stream()
                .filter(day -> subject.isWithheld(day.getValue(), disclosure))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        PointFigures figures = new PointFigures(
                subject.id(), Future.await(sums), Future.await(medians), Future.await(active));
        List<SeriesPoint> points = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            boolean withheld = secret.stream().anyMatch(ranges.get(i)::has);
            points.add(withheld ? suppressed(ranges.get(i)) : figures.point(i, ranges.get(i)));
        }
        return points;
    }

    private static SeriesPoint suppressed(DayRange range) {
        return new SeriesPoint(range, null, null, null, null, true);
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

        Future<Map<ScopePoint, Long>> active(AdoptionStore store, List<DayRange> ranges) {
            return place.map(one -> store.activeByPlace(ranges, List.of(one)))
                    .orElseGet(() -> store.activeInCity(ranges));
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
            boolean whole = cells.stream().filter(contains()).allMatch(cell -> seen().contains(cell.district()));
            return !whole && disclosure.withheld(cells).has(id());
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
