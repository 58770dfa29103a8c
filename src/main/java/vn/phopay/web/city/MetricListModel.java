package vn.phopay.web.city;

import java.util.List;
import vn.phopay.metric.Metric;
import vn.phopay.metric.MetricBook;

/**
 * What the list of metrics shows.
 *
 * @param book all of them
 */
public record MetricListModel(MetricBook book) {
    /** What metrics belong to, in the order of the definition file. */
    public List<String> groups() {
        return book.all().stream().map(Metric::group).distinct().toList();
    }

    /** The metrics of a group. */
    public List<Metric> of(String group) {
        return book.all().stream().filter(metric -> metric.group().equals(group)).toList();
    }
}
