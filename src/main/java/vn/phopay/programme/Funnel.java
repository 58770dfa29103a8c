package vn.phopay.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How far registrations have come that were begun at one time: at each step those that reached it or a later one.
 *
 * @param counts one number a step, in the order of {@link Step}
 * @param hours the median of the hours since the step before, one a step; empty where nobody has both
 */
public record Funnel(List<Long> counts, List<Optional<BigDecimal>> hours) {
    private static final int SHARE_DECIMALS = 4;

    /** Copies both. @throws IllegalArgumentException where one has not a value a step */
    public Funnel {
        counts = List.copyOf(counts);
        hours = List.copyOf(hours);
        if (counts.size() != Step.values().length || hours.size() != counts.size()) {
            throw new IllegalArgumentException("a funnel has a number a step");
        }
    }

    /** How far a registration can come. */
    public enum Step {
        /** A registration was begun. */
        STARTED,
        /** It was sent. */
        REGISTERED,
        /** The city approved the shop. */
        APPROVED,
        /** It has its first code. */
        CODE,
        /** Its first payment came. */
        PAYMENT,
        /** It had a payment in the last 7 days, or is habitual. */
        ACTIVE,
        /** It had payments on 8 or more of the last 28 days. */
        HABITUAL
    }

    /** How many came as far as {@code step}. */
    public long count(Step step) {
        return counts.get(step.ordinal());
    }

    /** The median of the hours from the step before to {@code step}. */
    public Optional<BigDecimal> hours(Step step) {
        return hours.get(step.ordinal());
    }

    /**
     * Of those at the step before, the share that came to {@code step}, four decimals; empty where there was
     * nobody.
     */
    public Optional<BigDecimal> share(Step step) {
        if (step == Step.STARTED || counts.get(step.ordinal() - 1) == 0) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(count(step)).divide(
                BigDecimal.valueOf(counts.get(step.ordinal() - 1)), SHARE_DECIMALS, RoundingMode.HALF_UP));
    }

    /** How many were lost before {@code step}. */
    public long lost(Step step) {
        return step == Step.STARTED ? 0 : counts.get(step.ordinal() - 1) - count(step);
    }

    /** The step before which most are lost, the earliest of several; empty where none is lost. */
    public Optional<Step> leak() {
        Step worst = Step.STARTED;
        for (Step step : Step.values()) {
            if (lost(step) > lost(worst)) {
                worst = step;
            }
        }
        return worst == Step.STARTED ? Optional.empty() : Optional.of(worst);
    }
}
