package vn.phopay.safety;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/** How many business days in a row a code was checked and green. */
public final class CheckStreak {
    private CheckStreak() {}

    /**
     * Days in a row, ending today or yesterday: a day that was missed breaks it, a today that is not over does not.
     * Order and repeats of {@code greenDays} do not matter, nor do days after {@code today}.
     */
    public static int of(Collection<LocalDate> greenDays, LocalDate today) {
        Set<LocalDate> green = Set.copyOf(greenDays);
        LocalDate day = green.contains(today) ? today : today.minusDays(1);
        int streak = 0;
        while (green.contains(day)) {
            streak++;
            day = day.minusDays(1);
        }
        return streak;
    }
}
