package vn.phopay.web.city;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.phopay.access.Principal;
import vn.phopay.adoption.Interval;
import vn.phopay.chart.Numbers;
import vn.phopay.city.Baseline;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.metric.Metric;
import vn.phopay.metric.ScopeKind;
import vn.phopay.metric.Unit;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceKind;
import vn.phopay.web.View;

/**
 * Finds what lags: where the lead figure fell most in four weeks, and which districts are farthest from their target.
 * Streets are told only to staff of one of their districts. Waits on futures: call it on a virtual thread.
 */
final class ReadAttention {
    private static final int WEEKS_DAYS = 28;
    private static final int PLACES_MAX = 4;

    private final CityParts parts;
    private final View view;
    private final SqlClient client;
    private final LocalDate today;
    private final Metric lead;
    private final CityNames names;

    ReadAttention(CityParts parts, View view, SqlClient client) {
        this.parts = parts;
        this.view = view;
        this.client = client;
        this.today = parts.today();
        this.lead = parts.book().require("activeOutlets30");
        this.names = new CityNames(parts.places(), view.language());
    }

    OverviewModel.Attention read(Principal who) {
        Period now = Period.of(Interval.DAY, today);
        Period then = now.plus(-WEEKS_DAYS);
        Future<Map<String, Figures>> districts = parts.figures().across(client, ScopeKind.DISTRICT, now);
        Future<Map<String, Figures>> districtsThen = parts.figures().across(client, ScopeKind.DISTRICT, then);
        Future<Map<String, Figures>> streets = parts.figures().across(client, ScopeKind.STREET, now);
        Future<Map<String, Figures>> streetsThen = parts.figures().across(client, ScopeKind.STREET, then);
        Future<Map<String, Baseline>> baselines = parts.city().baselines(client, PlaceKind.DISTRICT, today);
        return new OverviewModel.Attention(
                falling(Future.await(districts), Future.await(districtsThen), place -> true),
                behind(Future.await(districts), Future.await(baselines)),
                falling(Future.await(streets), Future.await(streetsThen), place -> isOf(who, place)));
    }

    private boolean isOf(Principal who, Place street) {
        return parts.places().districtsOf(street, today).stream().anyMatch(district -> who.staffOf(district.code()));
    }

    private record Fall(Place place, BigDecimal from, BigDecimal to) {
        BigDecimal by() {
            return to.subtract(from);
        }
    }

    private List<Lagging> falling(Map<String, Figures> now, Map<String, Figures> then, Predicate<Place> shown) {
        List<Fall> falls = new ArrayList<>();
        now.forEach((scopeId, figures) -> {
            Optional<Place> place = parts.places().byId(scopeId).filter(shown);
            Optional<BigDecimal> after = figures.value(lead);
            Optional<BigDecimal> before = Optional.ofNullable(then.get(scopeId)).flatMap(old -> old.value(lead));
            if (place.isPresent() && after.isPresent() && before.isPresent()) {
                falls.add(new Fall(place.get(), before.get(), after.get()));
            }
        });
        Numbers numbers = new Numbers(view.language(), Unit.COUNT);
        return falls.stream()
                .filter(fall -> fall.by().signum() < 0)
                .sorted(Comparator.comparing(Fall::by).thenComparing(fall -> fall.place().placeId()))
                .limit(PLACES_MAX)
                .map(fall -> new Lagging(names.full(fall.place()), href(fall.place()),
                        view.text("city.attention.fell", numbers.change(fall.by()), numbers.text(fall.from()),
                                numbers.text(fall.to()), WEEKS_DAYS)))
                .toList();
    }

    private record Gap(Place place, BigDecimal rate, BigDecimal target) {
        BigDecimal missing() {
            return target.subtract(rate);
        }
    }

    private List<Lagging> behind(Map<String, Figures> now, Map<String, Baseline> baselines) {
        Metric adoption = parts.book().require("adoptionRate");
        Numbers numbers = new Numbers(view.language(), Unit.RATE);
        List<Gap> gaps = new ArrayList<>();
        baselines.forEach((placeId, baseline) -> {
            BigDecimal target = baseline.target();
            Optional<Place> place = parts.places().byId(placeId);
            Optional<BigDecimal> rate = Optional.ofNullable(now.get(placeId)).flatMap(held -> held.value(adoption));
            if (target != null && place.isPresent() && rate.isPresent()) {
                gaps.add(new Gap(place.get(), rate.get(), target));
            }
        });
        return gaps.stream()
                .filter(gap -> gap.missing().signum() > 0)
                .sorted(Comparator.comparing(Gap::missing).reversed().thenComparing(gap -> gap.place().placeId()))
                .limit(PLACES_MAX)
                .map(gap -> new Lagging(names.full(gap.place()), href(gap.place()),
                        view.text("city.attention.behind", numbers.text(gap.rate()), numbers.text(gap.target()),
                                numbers.change(gap.missing().negate()))))
                .toList();
    }

    private static String href(Place place) {
        return place.kind() == PlaceKind.STREET ? CityPath.street(place.code()) : CityPath.district(place.code());
    }
}
