package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.phopay.adoption.AdoptionStore.CellRequests;
import vn.phopay.adoption.AdoptionStore.Scopes;
import vn.phopay.adoption.AdoptionStore.StandingCells;
import vn.phopay.adoption.WithheldFigures.WithheldStanding;

/**
 * Reads the row of one district and those of its wards and streets. A ward or street that reaches into other districts
 * has the figures of all of it.
 */
public final class ReadDistrict {
    private final AdoptionReads reads;
    private final OutsiderRules rules;

    /** Reads through {@code pool}; outsiders see what {@code rules} let them. */
    public ReadDistrict(Pool pool, OutsiderRules rules) {
        this.reads = new AdoptionReads(pool);
        this.rules = rules;
    }

    /**
     * What days are asked for.
     *
     * @param range what moved in these
     * @param on who stands and is active on this one
     */
    public record Days(DayRange range, LocalDate on) {}

    /**
     * The district's row first, then streets and wards; empty where there is no such district. Waits on futures: call
     * it on a virtual thread. Throws only on a fault.
     */
    public Optional<AdoptionPage> read(String districtCode, Days days, Viewer viewer) {
        DayRange range = days.range();
        AdoptionStore store = reads.store();
        Future<Instant> asOf = store.foldedAt();
        Future<KeptDays> keptDays = reads.days(range);
        List<AdoptionPlace> districts = Future.await(store.districts(days.on()));
        Optional<AdoptionPlace> found =
                districts.stream().filter(place -> place.code().equals(districtCode)).findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<AdoptionPlace> places = new ArrayList<>(List.of(found.get()));
        places.addAll(Future.await(store.placesInside(found.get().placeId(), days.on())));
        KeptDays kept = Future.await(keptDays);
        RawFigures figures = figures(kept, places, days);
        Tables tables = tables(kept, days);
        WithheldFigures withheld = withheld(tables);
        Set<String> foreign = tables.placesOutside(seenDistricts(districts, viewer));
        List<AdoptionRow> rows = places.stream()
                .map(place -> viewer.sees(districtCode) && !foreign.contains(place.placeId())
                        ? WithheldFigures.NOTHING.row(place, figures, Disclosure.OPEN)
                        : withheld.row(place, figures, rules.counts()))
                .toList();
        return Optional.of(new AdoptionPage(range, Future.await(asOf), rows));
    }

    private RawFigures figures(KeptDays kept, List<AdoptionPlace> places, Days asked) {
        DayRange range = asked.range();
        Scopes scopes = Scopes.each(places);
        var sums = reads.store().sums(scopes, List.of(range));
        var medians = reads.medians(kept, scopes, List.of(range));
        var active = reads.active(kept, AdoptionPeriods.activityWindows(asked.on()), places);
        var standing = reads.standing(kept, asked.on(), places);
        var requests = reads.requests(kept, range);
        return new RawFigures(
                Future.await(sums), Future.await(medians), Future.await(active), Future.await(standing),
                RawFigures.byPlace(Future.await(requests)));
    }

    private Tables tables(KeptDays kept, Days asked) {
        DayRange range = asked.range();
        var days = reads.store().cells(range, false);
        var active = reads.activeCells(kept, asked.on());
        var standing = reads.standingCells(kept, asked.on());
        var requests = reads.requests(kept, range);
        var months = rules.months().withheld(range);
        return new Tables(
                Future.await(days), Future.await(active), Future.await(standing), Future.await(requests),
                Future.await(months));
    }

    /** The disclosure is decided over the whole city, because wards and streets reach across districts. */
    private WithheldFigures withheld(Tables tables) {
        Disclosure counts = rules.counts();
        return new WithheldFigures(
                counts.withheldOnAny(tables.days.values()),
                rules.values().withheldOnAny(tables.days.values()).and(tables.monthsMoney),
                counts.withheldOnAny(AdoptionPeriods.requestCells(tables.requests)),
                counts.withheld(tables.active.getOrDefault(0, List.of())),
                counts.withheld(tables.active.getOrDefault(1, List.of())),
                new WithheldStanding(
                        counts.withheld(tables.standing.registered()),
                        counts.withheld(tables.standing.approved()),
                        counts.withheld(tables.standing.withCodes())));
    }

    private static Set<String> seenDistricts(List<AdoptionPlace> districts, Viewer viewer) {
        return districts.stream()
                .filter(place -> viewer.sees(place.code()))
                .map(AdoptionPlace::placeId)
                .collect(Collectors.toSet());
    }

    /** The outlets behind every figure, cell by cell, all over the city, and what the months withhold. */
    private record Tables(
            Map<LocalDate, List<Cell>> days,
            Map<Integer, List<Cell>> active,
            StandingCells standing,
            List<CellRequests> requests,
            Withheld monthsMoney) {

        /** Wards and streets that have outlets in other districts than {@code seen}. */
        Set<String> placesOutside(Set<String> seen) {
            Set<String> places = new HashSet<>();
            days.values().forEach(cells -> addOutside(cells, seen, places));
            active.values().forEach(cells -> addOutside(cells, seen, places));
            addOutside(standing.registered(), seen, places);
            requests.forEach(in -> addOutside(List.of(in.cell()), seen, places));
            return places;
        }

        private static void addOutside(Collection<Cell> cells, Set<String> seen, Set<String> places) {
            for (Cell cell : cells) {
                if (!seen.contains(cell.district())) {
                    places.add(cell.ward());
                    places.add(cell.street());
                }
            }
        }
    }
}
