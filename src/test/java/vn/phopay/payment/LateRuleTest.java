package vn.phopay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.time.BusinessDay;

class LateRuleTest {
    private static final LateRule RULE = new LateRule(Duration.ofMinutes(15), Duration.ofHours(24));

    /** Times in Hà Nội; the request is open from the first to the second, the payment is booked at the third. */
    @ParameterizedTest
    @CsvSource({
        // By day there is the grace and nothing more.
        "2026-11-22T10:00:00, 2026-11-22T10:15:00, 2026-11-22T10:30:00, false",
        "2026-11-22T10:00:00, 2026-11-22T10:15:00, 2026-11-22T10:30:01, true",
        // Just before the night begins, and its first second.
        "2026-11-22T21:40:00, 2026-11-22T21:59:59, 2026-11-23T08:00:00, true",
        "2026-11-22T21:45:00, 2026-11-22T22:00:00, 2026-11-23T08:00:00, false",
        // Before midnight: the next day to its last second.
        "2026-11-22T23:05:00, 2026-11-22T23:20:00, 2026-11-23T23:59:59, false",
        "2026-11-22T23:05:00, 2026-11-22T23:20:00, 2026-11-24T00:00:00, true",
        // After midnight the night ends on the same day.
        "2026-11-23T02:00:00, 2026-11-23T02:15:00, 2026-11-23T23:59:59, false",
        "2026-11-23T02:00:00, 2026-11-23T02:15:00, 2026-11-24T00:00:00, true",
        // The last moment of the night, and the first after it.
        "2026-11-23T04:59:59, 2026-11-23T05:14:00, 2026-11-23T20:00:00, false",
        "2026-11-23T05:00:00, 2026-11-23T05:15:00, 2026-11-23T20:00:00, true",
        // Open over a whole night, and long closed by day: that night counts.
        "2026-11-22T20:00:00, 2026-11-23T10:00:00, 2026-11-23T22:00:00, false",
        // Open over two nights: the last one counts.
        "2026-11-22T23:00:00, 2026-11-23T22:30:00, 2026-11-24T18:00:00, false"
    })
    void isLateShouldAllowForTheNightInWhichARequestWasOpen(String from, String to, String bookedAt, boolean late) {
        assertEquals(late, RULE.isLate(at(bookedAt), at(from), at(to)));
    }

    @ParameterizedTest
    @CsvSource({"12, 2026-11-23T11:59:59, false", "12, 2026-11-23T12:00:00, true", "0, 2026-11-23T00:00:00, true"})
    void isLateShouldKeepToTheHoursThatAreSet(int hours, String bookedAt, boolean late) {
        LateRule rule = new LateRule(Duration.ofMinutes(15), Duration.ofHours(hours));
        assertEquals(late, rule.isLate(at(bookedAt), at("2026-11-22T23:05:00"), at("2026-11-22T23:20:00")));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessDay.ZONE).toInstant();
    }
}
