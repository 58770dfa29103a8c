package vn.phopay.web.city;

import java.time.Instant;
import java.util.List;
import vn.phopay.chart.Cartogram;
import vn.phopay.chart.ColumnChart;

/**
 * What the wall shows: counts and sums, never a shop.
 *
 * @param changedAt when any figure last changed
 * @param lead the lead figure
 * @param numbers other numbers of the city
 * @param map the districts by the lead figure
 * @param pulse transfers of the last minutes
 */
public record WallModel(Instant changedAt, Tile lead, List<Tile> numbers, Cartogram map, ColumnChart pulse) {
    /** Copies {@code numbers}. */
    public WallModel {
        numbers = List.copyOf(numbers);
    }
}
