package vn.phopay.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.phopay.time.BusinessDay;

/**
 * Until when a request's payment counts as in time. It is judged by when the bank booked it, never by when we heard.
 *
 * <p>Transfers of a night, 22:00 to 05:00 in Vietnam, may be booked by the bank during the day on which the night ends.
 * So a request that was open at some moment of a night still takes what is booked in the first {@code nightBooking} of
 * that day, whatever its expiry; of several nights the last one counts.
 *
 * @param grace how long after its expiry any request still takes a payment
 * @param nightBooking how much of the day on which a night ends its transfers may be booked in; zero turns the rule off
 */
public record LateRule(Duration grace, Duration nightBooking) {
    private static final LocalTime NIGHT_START = LocalTime.of(22, 0);
    private static final LocalTime NIGHT_END = LocalTime.of(5, 0);

    /** Whether what was booked at {@code bookedAt} is late for a request open from {@code from} to {@code to}. */
    public boolean isLate(Instant bookedAt, Instant from, Instant to) {
        return bookedAt.isAfter(to.plus(grace)) && !isNightBooking(bookedAt, from, to);
    }

    private boolean isNightBooking(Instant bookedAt, Instant from, Instant to) {
        LocalDate nightEndsOn = nightEndsOn(to);
        Instant nightStart = nightEndsOn.minusDays(1).atTime(NIGHT_START).atZone(BusinessDay.ZONE).toInstant();
        Instant nightEnd = nightEndsOn.atTime(NIGHT_END).atZone(BusinessDay.ZONE).toInstant();
        boolean openAtNight = from.isBefore(nightEnd) && !to.isBefore(nightStart);
        return openAtNight && bookedAt.isBefore(BusinessDay.startOf(nightEndsOn).plus(nightBooking));
    }

    /** The day on which the last night that had begun by {@code moment} ends. */
    private static LocalDate nightEndsOn(Instant moment) {
        LocalDate day = BusinessDay.of(moment);
        boolean nextNightHasBegun = !moment.atZone(BusinessDay.ZONE).toLocalTime().isBefore(NIGHT_START);
        return nextNightHasBegun ? day.plusDays(1) : day;
    }
}
