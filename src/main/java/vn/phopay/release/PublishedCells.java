package vn.phopay.release;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.phopay.metric.Metric;
import vn.phopay.metric.Unit;

/** The figures of an earlier release, as its {@code release.json} has them. */
final class PublishedCells {
    /** The members of a figure's row in {@code release.json}. */
    static final String SCOPE = "scope";
    static final String METRIC = "metric";
    static final String VALUE = "value";
    static final String WITHHELD = "suppressed";
    private static final int RATE_DECIMALS = 4;
    private static final String WITHHELD_PREFIX = "withheld:";

    private final Map<Key, Figure> figures = new HashMap<>();

    private record Key(String scopeId, String metric) {}

    private record Figure(Optional<BigDecimal> value, Optional<String> withheld) {
        String text() {
            return withheld.map(reason -> WITHHELD_PREFIX + reason).orElseGet(
                    () -> value.map(number -> number.stripTrailingZeros().toPlainString()).orElse(""));
        }
    }

    private PublishedCells() {}

    /** Reads {@code release.json}. */
    static PublishedCells read(Buffer json) {
        PublishedCells cells = new PublishedCells();
        JsonArray rows = new JsonObject(json).getJsonArray("figures");
        for (int i = 0; i < rows.size(); i++) {
            JsonObject row = rows.getJsonObject(i);
            Number value = row.getNumber(VALUE);
            cells.figures.put(new Key(row.getString(SCOPE), row.getString(METRIC)), new Figure(
                    Optional.ofNullable(value).map(number -> new BigDecimal(number.toString())),
                    Optional.ofNullable(row.getString(WITHHELD))));
        }
        return cells;
    }

    /** A figure as it was published; one that was not there has no value. */
    ReleaseCell cell(ReleaseScope scope, Metric metric) {
        Figure figure = figures.getOrDefault(
                new Key(scope.id(), metric.id()), new Figure(Optional.empty(), Optional.empty()));
        return new ReleaseCell(scope, metric.id(), metric.unit(),
                figure.value().map(value -> metric.unit() == Unit.RATE ? value.setScale(RATE_DECIMALS) : value),
                figure.withheld());
    }

    /** What of them {@code now} changes, in its order; figures that are gone come last. */
    List<ReleaseContent.Change> changesTo(List<ReleaseCell> now) {
        List<ReleaseContent.Change> changes = new ArrayList<>();
        Set<Key> seen = new LinkedHashSet<>();
        for (ReleaseCell cell : now) {
            Key key = new Key(cell.scope().id(), cell.metric());
            seen.add(key);
            Figure before = figures.get(key);
            String after = new Figure(cell.value(), cell.withheld()).text();
            String then = before == null ? "" : before.text();
            // Withheld for another reason is withheld all the same.
            boolean stillWithheld = cell.withheld().isPresent() && before != null && before.withheld().isPresent();
            if (!stillWithheld && (before == null || !then.equals(after))) {
                changes.add(new ReleaseContent.Change(key.scopeId(), key.metric(), then, after));
            }
        }
        figures.entrySet().stream().filter(entry -> !seen.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Key::scopeId).thenComparing(Key::metric)))
                .forEach(entry -> changes.add(new ReleaseContent.Change(
                        entry.getKey().scopeId(), entry.getKey().metric(), entry.getValue().text(), "")));
        return changes;
    }
}
