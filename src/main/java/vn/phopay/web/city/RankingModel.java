package vn.phopay.web.city;

import java.time.YearMonth;
import java.util.List;
import vn.phopay.chart.BarChart;
import vn.phopay.chart.Twin;

/**
 * What the ranking shows.
 *
 * @param month the month
 * @param last the running month
 * @param running whether the month still runs
 * @param classes size classes, the largest first
 */
public record RankingModel(YearMonth month, YearMonth last, boolean running, List<SizeGroup> classes) {
    /** Copies {@code classes}. */
    public RankingModel {
        classes = List.copyOf(classes);
    }

    /**
     * The districts of one size class.
     *
     * @param id the class
     * @param name what it is called
     * @param highest who stands first, and with what; empty where nobody has figures
     * @param improved who improved most, and by how much; empty where nobody did
     * @param rows the districts in order
     * @param chart their rates as bars
     * @param twin their table
     */
    public record SizeGroup(
            String id, String name, List<Lagging> highest, List<Lagging> improved, List<Row> rows, BarChart chart,
            Twin twin) {
        /** Copies the lists. */
        public SizeGroup {
            highest = List.copyOf(highest);
            improved = List.copyOf(improved);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A district.
     *
     * @param rank its place
     * @param name what it is called
     * @param href its page
     * @param way which way it moved
     * @param moved by how many places, in words
     * @param rate the share of its premises that is active, with how many of how many
     * @param gap how far it is from its target, in words
     */
    public record Row(int rank, String name, String href, Tile.Way way, String moved, String rate, String gap) {}

    /** The address of the month {@code months} later. */
    public String neighbour(long months) {
        return CityPath.RANKING + "?" + CityPath.MONTH + "=" + month.plusMonths(months);
    }

    /** The address of its file. */
    public String csv() {
        return CityPath.RANKING + ".csv?" + CityPath.MONTH + "=" + month;
    }
}
