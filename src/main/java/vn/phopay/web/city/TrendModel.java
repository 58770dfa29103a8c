package vn.phopay.web.city;

import java.util.List;
import vn.phopay.adoption.Interval;
import vn.phopay.chart.LineChart;
import vn.phopay.chart.Twin;
import vn.phopay.metric.Metric;

/**
 * What the page of trends shows.
 *
 * @param metric what is counted
 * @param metrics what else could be
 * @param interval how long a point is
 * @param shown the scopes that are drawn
 * @param choices the scopes that could be
 * @param days the days as they were typed; empty where the usual ones are meant
 * @param faults what was typed and cannot be, in words
 * @param drawn the lines
 */
public record TrendModel(
        Metric metric,
        List<Metric> metrics,
        Interval interval,
        List<Shown> shown,
        List<CityScopes.Group> choices,
        Days days,
        List<String> faults,
        Drawn drawn) {
    /** Copies the lists. */
    public TrendModel {
        metrics = List.copyOf(metrics);
        shown = List.copyOf(shown);
        choices = List.copyOf(choices);
        faults = List.copyOf(faults);
    }

    /**
     * A scope that is drawn.
     *
     * @param id of the scope
     * @param name what it is called
     * @param without the address of the same look without it; empty where it is the only one
     */
    public record Shown(String id, String name, String without) {}

    /**
     * First and last day, as ISO 8601 writes them.
     *
     * @param from first day
     * @param to last day
     */
    public record Days(String from, String to) {}

    /**
     * The drawing.
     *
     * @param chart the lines
     * @param twin their table
     * @param csv its file
     */
    public record Drawn(LineChart chart, Twin twin, String csv) {}

    /** Whether another scope can be added. */
    public boolean hasRoom() {
        return shown.size() < LineChart.LINES_MAX;
    }
}
