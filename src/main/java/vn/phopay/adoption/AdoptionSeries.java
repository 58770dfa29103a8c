package vn.phopay.adoption;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A place's figures over time.
 *
 * @param range the business days they cover
 * @param asOf when the payment figures last changed
 * @param interval the length of a point
 * @param place whose figures they are; empty for the whole city
 * @param points in order, without gaps
 */
public record AdoptionSeries(
        DayRange range, Instant asOf, Interval interval, Optional<AdoptionPlace> place, List<SeriesPoint> points) {
    /** Copies {@code points}. */
    public AdoptionSeries {
        points = List.copyOf(points);
    }
}
