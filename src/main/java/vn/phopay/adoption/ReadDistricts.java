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
    private final AdoptionStore store;
    private final Disclosure disclosure;

    /** Reads through {@code pool}; outsiders see what {@code disclosure} lets them. */
    public ReadDistricts(Pool pool, Disclosure disclosure) {
        this.store = new AdoptionStore(pool);
        this.disclosure = disclosure;
    }

    /** All districts, ordered by code. Waits on futures: call it on a virtual thread. Throws only on a fault. */
    public AdoptionPage read(DayRange range, Viewer viewer) {
        Future<Instant> asOf = store.foldedAt();
        List<AdoptionPlace> districts = Future.await(store.districts(range.to()));
        Scopes scopes = Scopes.each(districts);
        List<DayRange> windows = AdoptionPeriods.activityWindows(range.to());
        var sums = store.sums(scopes, List.of(range));
        var medians = store.medians(scopes, List.of(range));
        var active = store.activeByDistrict(windows);
        var standing = store.standingByDistrict(range.to());
        var requests = store.requests(range);
        var cells = store.cells(range, true);
        RawFigures figures = new RawFigures(
                Future.await(sums), Future.await(medians), Future.await(active), Future.await(standing),
                RawFigures.byPlace(Future.await(requests)));
        WithheldFigures withheld = withheld(districts, figures, Future.await(cells), Future.await(requests));
        List<AdoptionRow> rows = districts.stream()
                .map(district -> viewer.sees(district.code())
                        ? WithheldFigures.NOTHING.row(district, figures, Disclosure.OPEN)
                        : withheld.row(district, figures, disclosure))
                .toList();
        return new AdoptionPage(range, Future.await(asOf), rows);
    }

    private WithheldFigures withheld(
            List<AdoptionPlace> districts,
            RawFigures figures,
            Map<LocalDate, List<Cell>> cells,
            Collection<CellRequests> requests) {
        return new WithheldFigures(
                disclosure.withheldOnAny(cells.values()),
                disclosure.withheldOnAny(AdoptionPeriods.requestCells(requests)),
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
        return disclosure.withheld(districts.stream()
                .map(place -> new Cell(place.placeId(), Cell.NONE, Cell.NONE, outlets.applyAsLong(place)))
                .toList());
    }
}
