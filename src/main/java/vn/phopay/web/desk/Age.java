package vn.phopay.web.desk;

import java.time.Duration;
import java.time.Instant;
import vn.phopay.web.View;

/**
 * How long ago something was, or how long it took, in the one unit that people would use.
 *
 * @param duration never negative
 */
public record Age(Duration duration) {
    private static final long HOURS_SHOWN_MAX = 48;

    /** A clock that was set back makes no age below zero. */
    public Age {
        duration = duration.isNegative() ? Duration.ZERO : duration;
    }

    /** From {@code then} until {@code now}. */
    public static Age between(Instant then, Instant now) {
        return new Age(Duration.between(then, now));
    }

    /** In minutes below an hour, in hours below two days, else in days. */
    public String text(View view) {
        long hours = duration.toHours();
        if (hours == 0) {
            return view.text("desk.age.minutes", duration.toMinutes());
        }
        return hours < HOURS_SHOWN_MAX
                ? view.text("desk.age.hours", hours)
                : view.text("desk.age.days", duration.toDays());
    }

    /** Whether it is longer than {@code limit}. */
    public boolean exceeds(Duration limit) {
        return duration.compareTo(limit) > 0;
    }
}
