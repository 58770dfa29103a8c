package vn.phopay.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckStreakTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void streakShouldBeNothingWhenNothingWasChecked() {
        assertEquals(0, CheckStreak.of(List.of(), TODAY));
        assertEquals(0, CheckStreak.of(List.of(TODAY.minusDays(2)), TODAY));
    }

    @Test
    void streakShouldNotBreakWhileTodayIsNotOver() {
        assertEquals(2, CheckStreak.of(List.of(TODAY.minusDays(1), TODAY.minusDays(2)), TODAY));
        assertEquals(3, CheckStreak.of(List.of(TODAY, TODAY.minusDays(1), TODAY.minusDays(2)), TODAY));
        assertEquals(0, CheckStreak.of(List.of(TODAY.minusDays(1), TODAY.minusDays(2)), TODAY.plusDays(1)));
    }

    @Test
    void streakShouldCrossMonthsAndLeapDays() {
        LocalDate march = LocalDate.of(2028, 3, 1);
        assertEquals(3, CheckStreak.of(List.of(march, LocalDate.of(2028, 2, 29), LocalDate.of(2028, 2, 28)), march));
    }

    /** Against the definition itself, on days at random, in any order and told twice. */
    @Test
    void streakShouldBeTheLongestRunThatReachesTodayOrYesterday() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<LocalDate> days = new ArrayList<>();
            double density = random.nextDouble();
            for (int back = -3; back < 40; back++) {
                if (random.nextDouble() < density) {
                    days.add(TODAY.minusDays(back));
                    days.add(TODAY.minusDays(back));
                }
            }
            Collections.shuffle(days, random);
            assertEquals(byDefinition(days), CheckStreak.of(days, TODAY), () -> "seed " + seed + ": " + days);
        }
    }

    /** The greatest n such that n days in a row, the last of them today or yesterday, were all green. */
    private static int byDefinition(List<LocalDate> days) {
        int longest = 0;
        for (int end = 0; end <= 1; end++) {
            for (int length = 1; length <= 50; length++) {
                LocalDate last = TODAY.minusDays(end);
                boolean whole = Stream.iterate(last, day -> day.minusDays(1)).limit(length).allMatch(days::contains);
                // From today: every run counts. From yesterday: only while today is open.
                if (whole && (end == 0 || !days.contains(TODAY))) {
                    longest = Math.max(longest, length);
                }
            }
        }
        return longest;
    }
}
