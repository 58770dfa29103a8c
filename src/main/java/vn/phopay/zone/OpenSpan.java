package vn.phopay.zone;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, its start included and its end not.
 *
 * @param opensAt the first moment
 * @param closesAt the first moment after it
 */
public record OpenSpan(Instant opensAt, Instant closesAt) {
    /** Refuses a span that is empty. */
    public OpenSpan {
        if (!opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException("a span ends after it starts: " + opensAt + " to " + closesAt);
        }
    }

    /** Whether {@code moment} lies in it. */
    public boolean holds(Instant moment) {
        return !moment.isBefore(opensAt) && moment.isBefore(closesAt);
    }

    /** How long it lasts in whole minutes. */
    public int minutes() {
        return Math.toIntExact(Duration.between(opensAt, closesAt).toMinutes());
    }

    boolean touches(OpenSpan other) {
        return opensAt.isBefore(other.closesAt) && other.opensAt.isBefore(closesAt);
    }
}
