package vn.phopay.web.city;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.adoption.Interval;
import vn.phopay.chart.Cartogram;
import vn.phopay.chart.ChartText;
import vn.phopay.chart.Numbers;
import vn.phopay.chart.Twin;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.metric.Metric;
import vn.phopay.metric.ScopeKind;
import vn.phopay.place.Place;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** The districts by one metric, in the running month. Waits on futures: call it on a virtual thread. */
final class DistrictMaps {
    private static final String NOTHING = "–";

    private final CityParts parts;
    private final View view;

    DistrictMaps(CityParts parts, View view) {
        this.parts = parts;
        this.view = view;
    }

    OverviewModel.DistrictMap read(SqlClient client, Metric metric) {
        return read(client, metric, true);
    }

    /** {@code leading}: whether tiles lead to the districts' pages. */
    OverviewModel.DistrictMap read(SqlClient client, Metric metric, boolean leading) {
        Period month = Period.of(Interval.MONTH, parts.today());
        Map<String, Figures> figures = Future.await(parts.figures().across(client, ScopeKind.DISTRICT, month));
        CityNames names = new CityNames(parts.places(), view.language());
        Numbers numbers = new Numbers(view.language(), metric.unit());
        List<Cartogram.Tile> tiles = new ArrayList<>();
        List<Twin.Row> rows = new ArrayList<>();
        for (Place place : inReadingOrder()) {
            BigDecimal value = value(figures, place, metric);
            tiles.add(new Cartogram.Tile(names.brief(place), detail(place, "tileColumn"), detail(place, "tileRow"),
                    value, leading ? CityPath.district(place.code()) : null));
        }
        for (Place place : parts.places().districts()) {
            rows.add(Twin.Row.of(Twin.Cell.link(names.full(place), CityPath.district(place.code())),
                    Twin.Cell.of(place.code()),
                    Twin.Cell.of(numbers, value(figures, place, metric), view.text("chart.missing"))));
        }
        Twin twin = new Twin(view.text("city.map.caption", metric.name(view.language()), month.label()), List.of(
                Twin.Column.text("districtName", view.text("city.district")),
                Twin.Column.text("districtCode", view.text("city.code")),
                new Twin.Column(metric.id(), metric.name(view.language()), numbers)), rows);
        ChartText text = new ChartText("map", view.text("city.map.title", metric.name(view.language())),
                described(tiles, numbers));
        List<Metric> choices = parts.book().all().stream().filter(CityPath::isShownByDistrict).toList();
        return new OverviewModel.DistrictMap(metric, choices, new Cartogram(text, numbers, tiles, NOTHING), twin,
                CityPath.OVERVIEW + "/quan.csv?" + CityPath.METRIC + "=" + PageKit.encode(metric.id()));
    }

    /** As the eye walks over the map, so that the keyboard does the same. */
    private List<Place> inReadingOrder() {
        return parts.places().districts().stream()
                .sorted(Comparator.comparingInt((Place place) -> detail(place, "tileRow"))
                        .thenComparingInt(place -> detail(place, "tileColumn")))
                .toList();
    }

    private String described(List<Cartogram.Tile> tiles, Numbers numbers) {
        Comparator<Cartogram.Tile> byValue = Comparator.comparing(DistrictMaps::known);
        List<Cartogram.Tile> known = tiles.stream().filter(tile -> tile.value() != null).toList();
        Optional<Cartogram.Tile> highest = known.stream().max(byValue);
        Optional<Cartogram.Tile> lowest = known.stream().min(byValue);
        if (highest.isEmpty() || lowest.isEmpty()) {
            return view.text("city.map.none");
        }
        return view.text("city.map.description", known.size(),
                highest.get().name(), numbers.text(known(highest.get())),
                lowest.get().name(), numbers.text(known(lowest.get())));
    }

    private static BigDecimal known(Cartogram.Tile tile) {
        BigDecimal value = tile.value();
        return value == null ? BigDecimal.ZERO : value;
    }

    private static @Nullable BigDecimal value(Map<String, Figures> figures, Place place, Metric metric) {
        Figures held = figures.get(place.placeId());
        return held == null ? null : held.value(metric).orElse(null);
    }

    private static int detail(Place place, String name) {
        return Integer.parseInt(String.valueOf(place.details().getValue(name)));
    }
}
