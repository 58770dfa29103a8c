package vn.phopay.metric;

import java.util.Set;

/** How a metric's value comes from measures, which are whole numbers kept per scope and period. */
public sealed interface Formula {
    /** The measures it reads. */
    Set<String> measures();

    /**
     * A measure as it is.
     *
     * @param measure its name
     */
    record Of(String measure) implements Formula {
        @Override
        public Set<String> measures() {
            return Set.of(measure);
        }
    }

    /**
     * A share, rounded half up to four decimals; none where the whole is zero or unknown.
     *
     * @param part measure above the line
     * @param whole measure below the line
     */
    record Ratio(String part, String whole) implements Formula {
        @Override
        public Set<String> measures() {
            return Set.of(part, whole);
        }
    }

    /**
     * Something that needs more than one scope or period, such as a rank; who computes it knows it by name.
     *
     * @param name what it is
     */
    record Derived(String name) implements Formula {
        @Override
        public Set<String> measures() {
            return Set.of();
        }
    }
}
