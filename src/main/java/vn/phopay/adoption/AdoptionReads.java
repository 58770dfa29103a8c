package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.phopay.adoption.AdoptionStore.CellRequests;
import vn.phopay.adoption.AdoptionStore.ScopePoint;
import vn.phopay.adoption.AdoptionStore.Scopes;
import vn.phopay.adoption.AdoptionStore.StandingCells;
import vn.phopay.adoption.AdoptionStore.StandingCounts;
import vn.phopay.adoption.KeptDays.PointDay;

/**
 * Reads figures where they are kept, and counts them where they are not. Every future fails only on a database fault.
 */
final class AdoptionReads {
    private final AdoptionStore store;
    private final KeptStore kept;

    AdoptionReads(Pool pool) {
        this.store = new AdoptionStore(pool);
        this.kept = new KeptStore(pool);
    }

    /** What is not kept: places, sums, and the outlets behind each day. */
    AdoptionStore store() {
        return store;
    }

    /** Which days of {@code range} are kept. */
    Future<KeptDays> days(DayRange range) {
        return kept.days(range);
    }

    /** Lower medians of rounded amounts, out of whole months and single days; none where there are no credits. */
    Future<Map<ScopePoint, Long>> medians(KeptDays days, Scopes scopes, List<DayRange> points) {
        Map<ScopePoint, AmountSpread> spreads = new HashMap<>();
        return store.addMonthAmounts(scopes, PointDay.wholeMonths(points), spreads)
                .compose(added -> kept.addAmounts(scopes, days.daysBesideMonths(points, true), spreads))
                .compose(added -> store.addAmounts(scopes, days.daysBesideMonths(points, false), spreads))
                .map(added -> {
                    Map<ScopePoint, Long> medians = new HashMap<>();
                    spreads.forEach((point, spread) -> spread.median().ifPresent(m -> medians.put(point, m)));
                    return medians;
                });
    }

    /** Outlets active in each point in each of {@code places}. */
    Future<Map<ScopePoint, Long>> active(KeptDays days, List<DayRange> points, List<AdoptionPlace> places) {
        return active(days, points, AdoptionStore.ids(places), counted -> store.activeByPlace(counted, places));
    }

    /** The same where {@code districts} are all districts. */
    Future<Map<ScopePoint, Long>> activeByDistrict(
            KeptDays days, List<DayRange> points, List<AdoptionPlace> districts) {
        return active(days, points, AdoptionStore.ids(districts), store::activeByDistrict);
    }

    /** Outlets active in each point in the city, under the empty name. */
    Future<Map<ScopePoint, Long>> activeInCity(KeptDays days, List<DayRange> points) {
        return active(days, points, List.of(KeptStore.CITY), store::activeInCity).map(active -> {
            Map<ScopePoint, Long> city = new HashMap<>();
            active.forEach((point, outlets) -> city.put(new ScopePoint("", point.point()), outlets));
            return city;
        });
    }

    private Future<Map<ScopePoint, Long>> active(
            KeptDays days,
            List<DayRange> points,
            List<String> placeIds,
            Function<List<DayRange>, Future<Map<ScopePoint, Long>>> count) {
        List<Integer> others = KeptStore.points(points, days, false);
        Future<Map<ScopePoint, Long>> counted = others.isEmpty()
                ? Future.succeededFuture(Map.of())
                : count.apply(others.stream().map(points::get).toList());
        return kept.active(points, KeptStore.points(points, days, true), placeIds)
                .compose(told -> counted.map(rest -> {
                    Map<ScopePoint, Long> all = new HashMap<>(told);
                    rest.forEach((point, outlets) ->
                            all.put(new ScopePoint(point.scope(), others.get(point.point())), outlets));
                    return all;
                }));
    }

    /** Merchants and codes of each of {@code places} on {@code day}. */
    Future<Map<String, StandingCounts>> standing(KeptDays days, LocalDate day, List<AdoptionPlace> places) {
        return days.tell(day)
                ? kept.standing(day, AdoptionStore.ids(places))
                : store.standingByPlace(day, places);
    }

    /** The same where {@code districts} are all districts. */
    Future<Map<String, StandingCounts>> standingByDistrict(
            KeptDays days, LocalDate day, List<AdoptionPlace> districts) {
        return days.tell(day)
                ? kept.standing(day, AdoptionStore.ids(districts))
                : store.standingByDistrict(day);
    }

    /** Cells of the outlets active in the 7 days (0) and 30 days (1) that end on {@code day}. */
    Future<Map<Integer, List<Cell>>> activeCells(KeptDays days, LocalDate day) {
        return days.tell(day)
                ? kept.cells(day).map(KeptStore.DayCells::active)
                : store.activeCells(AdoptionPeriods.activityWindows(day));
    }

    /** Cells of the outlets that stand on {@code day}. */
    Future<StandingCells> standingCells(KeptDays days, LocalDate day) {
        return days.tell(day)
                ? kept.cells(day).map(KeptStore.DayCells::standing)
                : store.standingCells(day);
    }

    /** Requests issued in {@code range}, by day and cell. */
    Future<List<CellRequests>> requests(KeptDays days, DayRange range) {
        LocalDate[] counted = PointDay.days(days.days(List.of(range), false));
        Future<List<CellRequests>> rest = store.requests(counted);
        return kept.requests(PointDay.days(days.days(List.of(range), true)))
                .compose(told -> rest.map(others -> {
                    List<CellRequests> all = new ArrayList<>(told);
                    all.addAll(others);
                    return all;
                }));
    }
}
