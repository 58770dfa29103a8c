package vn.phopay.web.programme;

import java.util.List;
import java.util.stream.Stream;
import vn.phopay.figure.Figures;
import vn.phopay.metric.Metric;
import vn.phopay.metric.MetricBook;
import vn.phopay.web.View;

/**
 * A figure of a place.
 *
 * @param name the metric's name
 * @param value its value, written out
 * @param href the metric's page
 * @param trend its trend
 */
public record FigureTile(String name, String value, String href, String trend) {
    /** The metrics called {@code ids} out of {@code figures}, in that order. */
    static List<FigureTile> of(View view, MetricBook book, Figures figures, Stream<String> ids) {
        PlaceWords words = new PlaceWords(view);
        return ids.map(book::require).map(metric -> of(view, words, figures, metric)).toList();
    }

    private static FigureTile of(View view, PlaceWords words, Figures figures, Metric metric) {
        return new FigureTile(metric.name(view.language()), words.value(metric, figures),
                ProgrammePath.metric(metric.id()), ProgrammePath.trend(metric.id(), figures.scopeId()));
    }
}
