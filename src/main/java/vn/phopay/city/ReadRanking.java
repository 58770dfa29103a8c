package vn.phopay.city;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.phopay.adoption.Cell;
import vn.phopay.adoption.Disclosure;
import vn.phopay.figure.DistrictMonth;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Measure;
import vn.phopay.figure.Period;
import vn.phopay.figure.RankDistricts;
import vn.phopay.figure.ReadFigures;
import vn.phopay.metric.ScopeKind;
import vn.phopay.place.PlaceKind;

/** Reads the ranking of a month. Waits on futures: call it on a virtual thread. */
public final class ReadRanking {
    private final ReadFigures figures;
    private final RankDistricts rank;
    private final ReadCity city;

    /** Ranks by {@code rank} what {@code figures} hold. */
    public ReadRanking(ReadFigures figures, RankDistricts rank, ReadCity city) {
        this.figures = figures;
        this.rank = rank;
        this.city = city;
    }

    /** The ranking of all districts, for staff; {@code today} ends a month that still runs. */
    public DistrictRanking whole(SqlClient client, Period month, LocalDate today) {
        Collection<DistrictMonth> now = months(client, month);
        return new DistrictRanking(rank.rank(month, now, months(client, month.previous())),
                baselines(client, month, today), Set.of());
    }

    /**
     * The ranking as anyone may see it: districts that {@code disclosure} withholds are left out of both months before
     * ranks are given, so that no rank tells between which rates a withheld one lies.
     */
    public DistrictRanking published(SqlClient client, Period month, LocalDate today, Disclosure disclosure) {
        Collection<DistrictMonth> now = months(client, month);
        Collection<DistrictMonth> before = months(client, month.previous());
        Set<String> withheld = withheld(now, disclosure);
        Set<String> withheldBefore = withheld(before, disclosure);
        return new DistrictRanking(rank.rank(month, without(now, withheld), without(before, withheldBefore)),
                baselines(client, month, today), withheld);
    }

    private Map<String, Baseline> baselines(SqlClient client, Period month, LocalDate today) {
        LocalDate end = month.end().isAfter(today) ? today : month.end();
        return Future.await(city.baselines(client, PlaceKind.DISTRICT, end));
    }

    private List<DistrictMonth> months(SqlClient client, Period month) {
        Collection<Figures> scopes = Future.await(figures.across(client, ScopeKind.DISTRICT, month)).values();
        return scopes.stream()
                .filter(held -> held.measure(Measure.ACTIVE_OUTLETS_30.id()).isPresent())
                .map(DistrictMonth::of)
                .toList();
    }

    private static Set<String> withheld(Collection<DistrictMonth> districts, Disclosure disclosure) {
        return disclosure.withheld(districts.stream()
                .map(district -> new Cell(district.placeId(), Cell.NONE, Cell.NONE, district.activeOutlets()))
                .toList()).placeIds();
    }

    private static List<DistrictMonth> without(Collection<DistrictMonth> districts, Set<String> withheld) {
        return districts.stream().filter(district -> !withheld.contains(district.placeId())).toList();
    }
}
