package vn.phopay.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.phopay.figure.DayScopes.Scope;

/** The figures of one business day while they are added up. Not safe for several threads. */
final class DayFigures {
    private final DayScopes scopes;
    private final List<Map<Measure, Long>> values = new ArrayList<>();
    private final List<Map<SketchName, ValueSketch>> sketches = new ArrayList<>();
    private final Map<Measure, Set<String>> counted = new EnumMap<>(Measure.class);

    DayFigures(DayScopes scopes) {
        this.scopes = scopes;
        scopes.all().forEach(scope -> {
            values.add(new EnumMap<>(Measure.class));
            sketches.add(new EnumMap<>(SketchName.class));
        });
    }

    DayScopes scopes() {
        return scopes;
    }

    /** Adds to every scope of the cell. */
    void add(FigureCell cell, Measure measure, long value) {
        scopes.of(cell).forEach(scope -> add(scope, measure, value));
    }

    /** Adds one to every scope of the cell in which {@code whose} was not counted yet. */
    void addOnce(FigureCell cell, Measure measure, String whose) {
        for (Scope scope : scopes.of(cell)) {
            if (counted.computeIfAbsent(measure, first -> new HashSet<>()).add(scope.id() + ' ' + whose)) {
                add(scope, measure, 1);
            }
        }
    }

    /** Adds to one scope. */
    void add(Scope scope, Measure measure, long value) {
        values.get(scope.index()).merge(measure, value, Long::sum);
    }

    /** A scope's value so far, 0 where there is none. */
    long value(Scope scope, Measure measure) {
        return values.get(scope.index()).getOrDefault(measure, 0L);
    }

    /** Adds a value to the sketches of the cell's scopes. */
    void sketch(FigureCell cell, SketchName name, long value, long times) {
        scopes.of(cell).forEach(scope -> sketch(scope, name, value, times));
    }

    /** Adds a value to the sketch of one scope. */
    void sketch(Scope scope, SketchName name, long value, long times) {
        sketches.get(scope.index()).computeIfAbsent(name, first -> new ValueSketch()).add(value, times);
    }

    /** The sketches of each scope that has any. */
    Map<String, Map<SketchName, ValueSketch>> sketches() {
        Map<String, Map<SketchName, ValueSketch>> kept = new HashMap<>();
        for (Scope scope : scopes.all()) {
            if (!sketches.get(scope.index()).isEmpty()) {
                kept.put(scope.id(), sketches.get(scope.index()));
            }
        }
        return kept;
    }

    /** The measures of each scope: zeros where nothing happened, none of what is not known or not kept for its kind. */
    Map<String, Map<String, Long>> measures(KeptMeasures kept) {
        Map<String, Map<String, Long>> all = new HashMap<>();
        for (Scope scope : scopes.all()) {
            Map<String, Long> measures = new HashMap<>();
            kept.of(scope.kind()).forEach(measure -> {
                Long value = values.get(scope.index()).get(measure);
                if (value != null || kept.zeroWhereNothing(measure)) {
                    measures.put(measure.id(), value == null ? 0 : value);
                }
            });
            sketches.get(scope.index()).forEach((name, sketch) -> name.tell(sketch, measures));
            all.put(scope.id(), measures);
        }
        return all;
    }
}
