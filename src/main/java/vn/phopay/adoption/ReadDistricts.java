package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import vn.phopay.adoption.AdoptionStore.CellRequests;
import vn.phopay.adoption.AdoptionStore.Scopes;
import vn.phopay.adoption.AdoptionStore.StandingCounts;
import vn.phopay.adoption.WithheldFigures.WithheldStanding;

/** Reads one row for each of the city's districts, zeros included, out of rollups only. */
public final class ReadDistricts {
    private final AdoptionReads reads;
    private final OutsiderRules rules;

    /** Reads through {@code pool}; outsiders see what {@code rules} let them. */
    public ReadDistricts(Pool pool, OutsiderRules rules) {
        this.reads = new AdoptionReads(pool);
        this.rules = rules;
    }

    /**
     * All districts, ordered by code, as they stand on day {@code on}. Waits on futures: call it on a virtual thread.
     * Throws only on a fault.
     */
    public AdoptionPage read(DayRange range, LocalDate on, Viewer viewer) {
        AdoptionStore store = reads.store();
        Future<Instant> asOf = store.foldedAt();
        Future<KeptDays> keptDays = reads.days(range);
        List<AdoptionPlace> districts = Future.await(store.districts(on));
        KeptDays kept = Future.await(keptDays);
        Scopes scopes = Scopes.each(districts);
        List<DayRange> windows = AdoptionPeriods.activityWindows(on);
        var sums = store.sums(scopes, List.of(range));
        var medians = reads.medians(kept, scopes, List.of(range));
        var active = reads.activeByDistrict(kept, windows, districts);
        var standing = reads.standingByDistrict(kept, on, districts);
        var requests = reads.requests(kept, range);
        var cells = store.cells(range, true);
        var months = rules.months().withheld(range);
        RawFigures figures = new RawFigures(
                Future.await(sums), Future.await(medians), Future.await(active), Future.await(standing),
                RawFigures.byPlace(Future.await(requests)));
        WithheldFigures withheld = withheld(
                districts, figures, new Tables(Future.await(cells), Future.await(requests), Future.await(months)));
        List<AdoptionRow> rows = districts.stream()
                .map(district -> viewer.sees(district.code())
                        ? WithheldFigures.NOTHING.row(district, figures, Disclosure.OPEN)
                        : withheld.row(district, figures, rules.counts()))
                .toList();
        return new AdoptionPage(range, Future.await(asOf), rows);
    }

    /** What is behind the figures, day by day, and what the months withhold. */
    private record Tables(
            Map<LocalDate, List<Cell>> days, Collection<CellRequests> requests, Withheld monthsMoney) {}

    private WithheldFigures withheld(List<AdoptionPlace> districts, RawFigures figures, Tables tables) {
        return new WithheldFigures(
                rules.counts().withheldOnAny(tables.days.values()),
                rules.values().withheldOnAny(tables.days.values()).and(tables.monthsMoney),
                rules.counts().withheldOnAny(AdoptionPeriods.requestCells(tables.requests)),
                withheld(districts, place -> figures.active7d(place.placeId())),
                withheld(districts, place -> figures.active30d(place.placeId())),
                new WithheldStanding(
                        withheldStanding(districts, figures, StandingCounts::registeredOutlets),
                        withheldStanding(districts, figures, StandingCounts::approvedOutlets),
                        withheldStanding(districts, figures, StandingCounts::outletsWithCodes)));
    }

    private Withheld withheldStanding(
            List<AdoptionPlace> districts, RawFigures figures, ToLongFunction<StandingCounts> outlets) {
        return withheld(districts, place -> outlets.applyAsLong(figures.standing(place.placeId())));
    }

    private Withheld withheld(List<AdoptionPlace> districts, ToLongFunction<AdoptionPlace> outlets) {
        return rules.counts().withheld(districts.stream()
                .map(place -> new Cell(place.placeId(), Cell.NONE, Cell.NONE, outlets.applyAsLong(place)))
                .toList());
    }
}
