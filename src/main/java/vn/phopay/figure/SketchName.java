package vn.phopay.figure;

import java.util.List;
import java.util.Map;

/** What is sketched, in which unit, and which measures are told from it. */
enum SketchName {
    /** Amounts in đồng. */
    TICKET(1, List.of(
            new Quantile(Measure.TICKET_LOWER_QUARTILE_VND, 0.25),
            new Quantile(Measure.TICKET_MEDIAN_VND, 0.5),
            new Quantile(Measure.TICKET_UPPER_QUARTILE_VND, 0.75))),
    /** Minutes from registration to the first payment; told in hours. */
    FIRST_PAYMENT(60, List.of(
            new Quantile(Measure.FIRST_PAYMENT_HOURS_MEDIAN, 0.5),
            new Quantile(Measure.FIRST_PAYMENT_HOURS_P90, 0.9))),
    /** Minutes from a report to its decision; told in hours. */
    REPORT(60, List.of(new Quantile(Measure.REPORT_HOURS_MEDIAN, 0.5))),
    /** Seconds from booking to receipt. */
    DELAY(1, List.of(
            new Quantile(Measure.DELAY_SECONDS_MEDIAN, 0.5),
            new Quantile(Measure.DELAY_SECONDS_P95, 0.95)));

    private final long unit;
    private final List<Quantile> quantiles;

    SketchName(long unit, List<Quantile> quantiles) {
        this.unit = unit;
        this.quantiles = quantiles;
    }

    /** A measure and the share of values below it. */
    private record Quantile(Measure measure, double rank) {}

    /** Puts its measures, rounded half up to the unit they are told in; none where there are no values. */
    void tell(ValueSketch sketch, Map<String, Long> measures) {
        for (Quantile quantile : quantiles) {
            sketch.quantile(quantile.rank()).ifPresent(value ->
                    measures.put(quantile.measure().id(), Math.floorDiv(value + unit / 2, unit)));
        }
    }
}
