package vn.phopay.web.city;

import java.math.BigDecimal;
import vn.phopay.metric.Direction;
import vn.phopay.metric.Metric;

/** Whether a change is a good one. */
final class CityChange {
    private CityChange() {}

    static Tile.Way way(Metric metric, BigDecimal moved) {
        if (moved.signum() == 0 || metric.direction() == Direction.NONE) {
            return Tile.Way.LEVEL;
        }
        boolean up = moved.signum() > 0;
        return up == (metric.direction() == Direction.UP) ? Tile.Way.BETTER : Tile.Way.WORSE;
    }
}
