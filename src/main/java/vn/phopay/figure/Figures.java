package vn.phopay.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.phopay.metric.Formula;
import vn.phopay.metric.Metric;

/**
 * The measures of one scope in one period, before disclosure: for staff.
 *
 * @param scopeId a place id, {@code city}, {@code category-5812} or {@code bank-VCB}
 * @param period when
 * @param measures whole numbers by name, in the order of names; one that is not known is not there
 */
public record Figures(String scopeId, Period period, Map<String, Long> measures) {
    /** The scope id of the whole city. */
    public static final String CITY = "city";

    private static final int RATE_DECIMALS = 4;

    /** Copies {@code measures}. */
    public Figures {
        measures = new TreeMap<>(measures);
    }

    /** Nothing known of the scope in the period. */
    public static Figures none(String scopeId, Period period) {
        return new Figures(scopeId, period, Map.of());
    }

    /** A measure; empty where it is not known. */
    public Optional<Long> measure(String name) {
        return Optional.ofNullable(measures.get(name));
    }

    /** A measure, 0 where it is not known: for sums of what happened. */
    public long count(String name) {
        return measures.getOrDefault(name, 0L);
    }

    /**
     * The metric's value: a whole number, or a share with four decimals; empty where it cannot be told, and always for
     * derived metrics, which need more than one scope or period.
     */
    public Optional<BigDecimal> value(Metric metric) {
        return switch (metric.formula()) {
            case Formula.Of(String measure) -> measure(measure).map(BigDecimal::valueOf);
            case Formula.Ratio(String part, String whole) -> ratio(part, whole);
            case Formula.Derived derived -> Optional.empty();
        };
    }

    private Optional<BigDecimal> ratio(String part, String whole) {
        return measure(whole)
                .filter(below -> below > 0)
                .map(below -> BigDecimal.valueOf(count(part))
                        .divide(BigDecimal.valueOf(below), RATE_DECIMALS, RoundingMode.HALF_UP));
    }
}
