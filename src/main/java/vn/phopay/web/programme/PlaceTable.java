package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.phopay.adoption.Interval;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.http.Call;
import vn.phopay.metric.Direction;
import vn.phopay.metric.Metric;
import vn.phopay.metric.ScopeKind;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceKind;
import vn.phopay.web.View;

/**
 * Wards or streets beside each other, by any of the lead metrics, the one that lags first.
 *
 * @param kind what is compared
 * @param columns the metrics
 * @param rows places of which something is known
 * @param unknown the others, by name
 */
public record PlaceTable(PlaceKind kind, List<Column> columns, List<Row> rows, List<Row> unknown) {
    /** By which places can be put in order. */
    static final List<String> LEADS = List.of("adoptionRate", "activeOutlets30", "registeredOutlets", "penetration",
            "habitualShare", "selfCheckedShare", "churnRate");
    private static final String ORDER = "xep";

    /** Copies the lists. */
    public PlaceTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        unknown = List.copyOf(unknown);
    }

    /**
     * A metric.
     *
     * @param name what it is called
     * @param href the page in this order
     * @param current whether it is in this order
     */
    public record Column(String name, String href, boolean current) {}

    /**
     * A place.
     *
     * @param name what it is called
     * @param href its page
     * @param values one a column, written out
     * @param lagging whether it is the one that lags most
     */
    public record Row(String name, String href, List<String> values, boolean lagging) {
        /** Copies {@code values}. */
        public Row {
            values = List.copyOf(values);
        }
    }

    /** The table of {@code places}, all of one kind, as of today. Waits. */
    static PlaceTable read(ProgrammeParts parts, Call call, SqlConnection transaction, List<Place> places) {
        PlaceKind kind = places.isEmpty() ? PlaceKind.STREET : places.getFirst().kind();
        Period day = Period.of(Interval.DAY, parts.today());
        Map<String, Figures> figures = new HashMap<>(Future.await(parts.figures().across(
                transaction, ScopeKind.valueOf(kind.name()), day)));
        Metric order = call.queryParameter(ORDER).filter(LEADS::contains).map(parts.book()::require)
                .orElseGet(() -> parts.book().require(LEADS.getFirst()));
        List<Place> sorted = new ArrayList<>(places);
        sorted.sort(Comparator.comparing(place -> figures.getOrDefault(
                place.placeId(), Figures.none(place.placeId(), day)).value(order), lagging(order)));
        View view = parts.kit().view(call);
        return new Writing(parts, view, figures, day).write(kind, sorted, order);
    }

    /** What is worse comes first, what is not known last. */
    private static Comparator<Optional<BigDecimal>> lagging(Metric metric) {
        Comparator<BigDecimal> worse = metric.direction() == Direction.DOWN
                ? Comparator.reverseOrder()
                : Comparator.naturalOrder();
        return Comparator.comparing((Optional<BigDecimal> value) -> value.isEmpty())
                .thenComparing(value -> value.orElse(BigDecimal.ZERO), worse);
    }

    private record Writing(ProgrammeParts parts, View view, Map<String, Figures> figures, Period day) {
        PlaceTable write(PlaceKind kind, List<Place> places, Metric order) {
            PlaceWords words = new PlaceWords(view);
            List<Metric> metrics = LEADS.stream().map(parts.book()::require).toList();
            String anchor = "#" + kind.name().toLowerCase(Locale.ROOT);
            List<Column> columns = metrics.stream()
                    .map(metric -> new Column(metric.name(view.language()),
                            "?" + ORDER + "=" + metric.id() + anchor, metric.equals(order)))
                    .toList();
            List<Row> rows = new ArrayList<>();
            List<Row> unknown = new ArrayList<>();
            for (Place place : places) {
                Figures held = figures.getOrDefault(place.placeId(), Figures.none(place.placeId(), day));
                if (held.measures().isEmpty()) {
                    unknown.add(new Row(words.name(place), ProgrammePath.of(place), List.of(), false));
                    continue;
                }
                boolean lags = rows.isEmpty() && places.size() > 1 && held.value(order).isPresent();
                rows.add(new Row(words.name(place), ProgrammePath.of(place),
                        metrics.stream().map(metric -> words.value(metric, held)).toList(), lags));
            }
            return new PlaceTable(kind, columns, rows, unknown);
        }
    }
}
