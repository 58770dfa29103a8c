package vn.phopay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phopay.config.WebhookConfig;
import vn.phopay.webhook.RetrySchedule.Failure;

class RetryScheduleTest {
    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final WebhookConfig.Retry LIMITS =
            new WebhookConfig.Retry(Duration.ofSeconds(5), Duration.ofHours(24), Duration.ofDays(3));

    @Test
    void nextShouldGrowFromFiveSecondsToADayAndEndAfterThreeDaysWhateverTheChance() {
        for (int seed = 0; seed < 200; seed++) {
            RetrySchedule schedule = new RetrySchedule(LIMITS, new Random(seed));
            Instant giveUpAt = schedule.giveUpAt(START);
            Instant now = START;
            int failures = 1;
            Duration first = Duration.ZERO;
            Duration longest = Duration.ZERO;
            Optional<Instant> next = schedule.next(new Failure(failures, now, giveUpAt, Optional.empty()));
            while (next.isPresent()) {
                Duration pause = Duration.between(now, next.get());
                first = failures == 1 ? pause : first;
                longest = pause.compareTo(longest) > 0 ? pause : longest;
                now = next.get();
                failures++;
                next = schedule.next(new Failure(failures, now, giveUpAt, Optional.empty()));
            }
            assertTrue(first.toMillis() >= 4_000 && first.toMillis() <= 6_000, "first pause " + first);
            assertTrue(longest.compareTo(Duration.ofHours(24)) <= 0, "longest pause " + longest);
            assertEquals(giveUpAt, now, "the last attempt is made when the time is over");
            assertTrue(failures >= 10 && failures <= 14, failures + " attempts");
        }
    }

    @Test
    void nextShouldDifferByChance() {
        RetrySchedule schedule = new RetrySchedule(LIMITS, new Random(1));
        Failure failure = new Failure(4, START, START.plus(Duration.ofDays(3)), Optional.empty());
        assertTrue(Stream.generate(() -> schedule.next(failure).orElseThrow()).limit(20).distinct()
                .count() > 10);
    }

    @Test
    void nextShouldHonourWhatTheReceiverAsksForUpToTheLongestPause() {
        RetrySchedule schedule = new RetrySchedule(LIMITS, new Random(1));
        Instant giveUpAt = START.plus(Duration.ofDays(3));
        assertEquals(START.plusSeconds(3_600), schedule.next(
                new Failure(1, START, giveUpAt, Optional.of(Duration.ofHours(1)))).orElseThrow());
        assertEquals(START.plus(Duration.ofHours(24)), schedule.next(
                new Failure(1, START, giveUpAt, Optional.of(Duration.ofDays(300)))).orElseThrow());
        assertTrue(schedule.next(new Failure(1, START, giveUpAt, Optional.of(Duration.ZERO))).orElseThrow()
                .isAfter(START.plusSeconds(3)), "zero does not shorten the pause");
    }

    @Test
    void nextShouldBeNoneAtTheEndAndTheEndJustBefore() {
        RetrySchedule schedule = new RetrySchedule(LIMITS, new Random(1));
        Instant giveUpAt = START.plus(Duration.ofDays(3));
        assertEquals(Optional.empty(), schedule.next(new Failure(9, giveUpAt, giveUpAt, Optional.empty())));
        assertEquals(Optional.of(giveUpAt),
                schedule.next(new Failure(9, giveUpAt.minusMillis(1), giveUpAt, Optional.empty())));
    }
}
