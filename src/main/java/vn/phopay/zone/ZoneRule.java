package vn.phopay.zone;

import java.time.DayOfWeek;
import java.time.LocalDate;
import vn.phopay.place.Validity;
import vn.phopay.time.BusinessDay;

/**
 * One span of a zone's usual week.
 *
 * @param zonePlaceId the zone
 * @param ruleNo tells it from the zone's other rules
 * @param opensMinute minutes from Monday 00:00 in Hanoi to its start, 0 to 10079
 * @param lastsMinutes how long it lasts, 1 to 10080
 * @param season the part of the year on whose days it starts
 * @param validity the days on which it starts
 * @param evidence where it comes from
 */
public record ZoneRule(
        String zonePlaceId, int ruleNo, int opensMinute, int lastsMinutes, Season season, Validity validity,
        Evidence evidence) {
    static final int MINUTES_A_DAY = 1_440;
    static final int MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

    /** Refuses a span that is none or longer than a week. */
    public ZoneRule {
        if (opensMinute < 0 || opensMinute >= MINUTES_A_WEEK || lastsMinutes < 1 || lastsMinutes > MINUTES_A_WEEK) {
            throw new IllegalArgumentException("a span of a week lasts 1 minute to 7 days");
        }
    }

    /** The day of the week on which it starts. */
    public DayOfWeek opensOn() {
        return DayOfWeek.of(1 + opensMinute / MINUTES_A_DAY);
    }

    /** Whether it starts on {@code date}. */
    public boolean startsOn(LocalDate date) {
        return date.getDayOfWeek() == opensOn() && season.covers(date) && validity.covers(date);
    }

    /** The span that starts on {@code date}. Hanoi has no daylight saving: minutes are added to midnight. */
    OpenSpan startingOn(LocalDate date) {
        var opensAt = BusinessDay.startOf(date).plusSeconds(60L * (opensMinute % MINUTES_A_DAY));
        return new OpenSpan(opensAt, opensAt.plusSeconds(60L * lastsMinutes));
    }
}
