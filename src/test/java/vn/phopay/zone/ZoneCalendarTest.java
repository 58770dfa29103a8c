package vn.phopay.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phopay.place.Validity;
import vn.phopay.time.BusinessDay;

/** Hours by date: weeks, midnight, seasons, exceptions. */
class ZoneCalendarTest {
    private static final Evidence SAID = new Evidence("high", "W1", "");
    private static final int FRIDAY_19 = 4 * 1_440 + 19 * 60;
    private static final int SUNDAY_18 = 6 * 1_440 + 18 * 60;

    private final ZoneCalendar lake = seeded("zone-hk-lake");
    private final ZoneCalendar oldQuarter = seeded("zone-hk-oldq");

    @Test
    void lakeShouldBeOpenFromFridayEveningToTheEndOfSundayWhenTheWeekIsUsual() {
        assertFalse(lake.isOpen(at("2026-11-20T18:59:59")));
        assertTrue(lake.isOpen(at("2026-11-20T19:00")));
        assertTrue(lake.isOpen(at("2026-11-21T03:00")));
        assertTrue(lake.isOpen(at("2026-11-22T23:59:59")));
        assertFalse(lake.isOpen(at("2026-11-23T00:00")));
    }

    @Test
    void spansShouldBeCutAtMidnightWhenTheZoneIsOpenOverIt() {
        assertEquals(List.of(span("2026-11-20T19:00", "2026-11-21T00:00")), lake.openSpans(day("2026-11-20")));
        assertEquals(List.of(span("2026-11-21T00:00", "2026-11-22T00:00")), lake.openSpans(day("2026-11-21")));
        assertEquals(List.of(span("2026-11-22T00:00", "2026-11-23T00:00")), lake.openSpans(day("2026-11-22")));
        assertEquals(List.of(), lake.openSpans(day("2026-11-23")));
    }

    @Test
    void nextShouldTellOneSpanWhenTheZoneIsOpenOverMidnight() {
        assertEquals(
                List.of(span("2026-11-27T19:00", "2026-11-30T00:00"), span("2026-12-04T19:00", "2026-12-07T00:00")),
                lake.next(at("2026-11-23T10:00"), 2));
        // While it is open, today's part of the present span comes first.
        assertEquals(span("2026-11-28T00:00", "2026-11-30T00:00"), lake.next(at("2026-11-28T10:00"), 1).getFirst());
    }

    @Test
    void nightsShouldStartAnHourEarlierWhenItIsWinter() {
        assertEquals(19, hour(oldQuarter, "2026-09-27"));
        assertEquals(18, hour(oldQuarter, "2026-10-02"));
        assertEquals(18, hour(oldQuarter, "2026-01-02"));
        assertEquals(18, hour(oldQuarter, "2026-03-29"));
        assertEquals(19, hour(oldQuarter, "2026-04-03"));
        assertEquals(List.of(), oldQuarter.openSpans(day("2026-11-26")));
    }

    @Test
    void seasonShouldHoldBothEndsWhenItWrapsAroundTheNewYear() {
        Season winter = new Season(MonthDay.of(10, 1), MonthDay.of(3, 31));
        Season summer = new Season(MonthDay.of(4, 1), MonthDay.of(9, 30));

        for (LocalDate date = day("2026-01-01"); date.getYear() < 2029; date = date.plusDays(1)) {
            assertTrue(winter.covers(date) ^ summer.covers(date), date.toString());
        }
        assertTrue(winter.covers(day("2026-10-01")) && winter.covers(day("2027-03-31")));
    }

    @Test
    void lakeShouldBeClosedWhenItIsSuspended() {
        // Friday 13 to Friday 20 March 2026; the weekend after it is usual again.
        assertTrue(lake.isOpen(at("2026-03-08T12:00")));
        assertFalse(lake.isOpen(at("2026-03-13T19:00")));
        assertFalse(lake.isOpen(at("2026-03-15T12:00")));
        assertFalse(lake.isOpen(at("2026-03-20T23:59:59")));
        assertTrue(lake.isOpen(at("2026-03-21T00:00")));
        assertEquals(List.of(), lake.openSpans(day("2026-03-20")));
        assertTrue(oldQuarter.isOpen(at("2026-03-14T20:00")), "a suspension is of one zone");
    }

    @Test
    void suspensionShouldLeaveWhatIsBeforeAndAfterItWhenItLiesInside() {
        ZoneCalendar calendar = new ZoneCalendar(List.of(rule(FRIDAY_19, 53 * 60)),
                List.of(exception(ZoneException.Kind.SUSPENSION, "2026-11-21T08:00", "2026-11-21T12:30")));

        assertEquals(
                List.of(span("2026-11-21T00:00", "2026-11-21T08:00"), span("2026-11-21T12:30", "2026-11-22T00:00")),
                calendar.openSpans(day("2026-11-21")));
    }

    @Test
    void extensionShouldJoinTheUsualSpanWhenItTouchesIt() {
        ZoneCalendar calendar = new ZoneCalendar(List.of(rule(FRIDAY_19, 53 * 60)),
                List.of(exception(ZoneException.Kind.EXTENSION, "2026-11-23T00:00", "2026-11-23T23:00")));

        assertEquals(List.of(span("2026-11-23T00:00", "2026-11-23T23:00")), calendar.openSpans(day("2026-11-23")));
        assertEquals(List.of(span("2026-11-20T19:00", "2026-11-23T23:00")), calendar.next(at("2026-11-20T00:00"), 1));
    }

    @Test
    void exceptionShouldCountForNothingWhenItWasWithdrawn() {
        ZoneException holiday = exception(ZoneException.Kind.HOLIDAY, "2026-09-02T08:00", "2026-09-02T22:00");
        ZoneException withdrawn = new ZoneException(holiday.id(), holiday.zonePlaceId(), holiday.kind(),
                holiday.during(), holiday.reason(), SAID,
                Optional.of(new ZoneException.Withdrawal(at("2026-08-30T00:00"), "storm")));

        assertTrue(new ZoneCalendar(List.of(), List.of(holiday)).isOpen(at("2026-09-02T12:00")));
        assertFalse(new ZoneCalendar(List.of(), List.of(withdrawn)).isOpen(at("2026-09-02T12:00")));
    }

    @Test
    void spanShouldRunIntoMondayWhenTheWeekEndsInItsMiddle() {
        ZoneCalendar calendar = new ZoneCalendar(List.of(rule(SUNDAY_18, 10 * 60)), List.of());

        assertTrue(calendar.isOpen(at("2026-11-23T03:59:59")));
        assertFalse(calendar.isOpen(at("2026-11-23T04:00")));
    }

    @Test
    void spanShouldEndWhenItWouldWhenItStartedOnTheRulesLastDay() {
        ZoneRule ended = new ZoneRule("zone-x", 1, FRIDAY_19, 53 * 60, Season.ALL_YEAR,
                new Validity(day("2026-01-01"), day("2026-11-20")), SAID);

        assertTrue(new ZoneCalendar(List.of(ended), List.of()).isOpen(at("2026-11-22T12:00")));
        assertFalse(new ZoneCalendar(List.of(ended), List.of()).isOpen(at("2026-11-27T20:00")));
    }

    @Test
    void everyDayShouldHaveTheSameHoursInItsZoneWhenClocksOfOtherLandsChange() {
        // Hanoi has no daylight saving: a week is 53 hours at the end of March and October as at any other time.
        for (String friday : List.of("2026-03-27", "2026-10-23", "2026-07-03")) {
            int minutes = day(friday).datesUntil(day(friday).plusDays(4))
                    .flatMap(date -> lake.openSpans(date).stream())
                    .mapToInt(OpenSpan::minutes)
                    .sum();
            assertEquals(53 * 60, minutes, friday);
        }
    }

    @Test
    void zoneShouldNotBeKnownWhenItIsOnlyPlanned() {
        assertFalse(seeded("zone-bd-ngockhanh").isKnown());
        assertTrue(seeded("zone-th-tcs").isKnown());
        assertEquals(List.of(), seeded("zone-th-tcs").next(at("2026-11-23T10:00"), 3));
    }

    @Test
    void spansShouldBeRefusedWhenTheyAreEmptyOrLongerThanAWeek() {
        assertThrows(IllegalArgumentException.class, () -> span("2026-11-23T10:00", "2026-11-23T10:00"));
        assertThrows(IllegalArgumentException.class, () -> rule(FRIDAY_19, 0));
        assertThrows(IllegalArgumentException.class, () -> rule(10_080, 60));
        assertThrows(IllegalArgumentException.class, () -> rule(FRIDAY_19, 10_081));
    }

    private static ZoneCalendar seeded(String zone) {
        return new ZoneCalendar(
                ZoneSeed.rules().stream().filter(rule -> rule.zonePlaceId().equals(zone)).toList(),
                ZoneSeed.exceptions().stream().filter(one -> one.zonePlaceId().equals(zone)).toList());
    }

    private static ZoneRule rule(int opensMinute, int lastsMinutes) {
        return new ZoneRule("zone-x", 1, opensMinute, lastsMinutes, Season.ALL_YEAR,
                Validity.since(day("2026-01-01")), SAID);
    }

    private static ZoneException exception(ZoneException.Kind kind, String from, String to) {
        return new ZoneException(
                UUID.randomUUID(), "zone-x", kind, span(from, to), "because", SAID, Optional.empty());
    }

    private static int hour(ZoneCalendar calendar, String date) {
        return calendar.openSpans(day(date)).getFirst().opensAt().atZone(BusinessDay.ZONE).getHour();
    }

    private static OpenSpan span(String from, String to) {
        return new OpenSpan(at(from), at(to));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessDay.ZONE).toInstant();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
