package vn.phopay.web.city;

import java.time.Instant;
import java.util.List;
import vn.phopay.chart.Cartogram;
import vn.phopay.chart.Twin;
import vn.phopay.metric.Metric;

/**
 * What the overview shows.
 *
 * @param changedAt when any figure last changed
 * @param tiles the city's numbers, the lead figure first
 * @param map the districts
 * @param attention what lags
 */
public record OverviewModel(Instant changedAt, List<Tile> tiles, DistrictMap map, Attention attention) {
    /** Copies {@code tiles}. */
    public OverviewModel {
        tiles = List.copyOf(tiles);
    }

    /**
     * The districts by one metric.
     *
     * @param metric which
     * @param choices which else there are
     * @param chart the cartogram
     * @param twin its table
     * @param csv its file
     */
    public record DistrictMap(Metric metric, List<Metric> choices, Cartogram chart, Twin twin, String csv) {
        /** Copies {@code choices}. */
        public DistrictMap {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Places that need attention.
     *
     * @param falling districts whose lead figure fell most
     * @param behind districts that are farthest from their target
     * @param streets streets whose lead figure fell most
     */
    public record Attention(List<Lagging> falling, List<Lagging> behind, List<Lagging> streets) {
        /** Copies the lists. */
        public Attention {
            falling = List.copyOf(falling);
            behind = List.copyOf(behind);
            streets = List.copyOf(streets);
        }

        /** Whether there is nothing to say. */
        public boolean isEmpty() {
            return falling.isEmpty() && behind.isEmpty() && streets.isEmpty();
        }
    }
}
