package vn.phopay.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The last days of a shop's checks, one entry a business day without a gap, the oldest first; the last is today.
 *
 * @param days the days
 */
public record CheckHistory(List<Day> days) {
    /** How many days are shown. */
    public static final int DAYS = 30;

    /** Copies {@code days}. */
    public CheckHistory {
        days = List.copyOf(days);
    }

    /** A business day and what its checks came to. */
    public record Day(LocalDate date, Mark mark) {}

    /** What the checks of a day came to. */
    public enum Mark {
        /** Nothing was checked, or nothing came out of it. */
        NONE,
        /** At least one code was green, and nothing alarming was read. */
        GREEN,
        /** Something alarming was read, whatever else was green. */
        ALARM
    }

    /** How many of the days came to {@code mark}. */
    public long count(Mark mark) {
        return days.stream().filter(day -> day.mark() == mark).count();
    }

    static CheckHistory of(List<SelfCheckStore.DayMarks> marks, LocalDate today) {
        Map<LocalDate, SelfCheckStore.DayMarks> dateToMarks = marks.stream()
                .collect(Collectors.toMap(SelfCheckStore.DayMarks::date, Function.identity()));
        return new CheckHistory(IntStream.range(0, DAYS)
                .mapToObj(back -> today.minusDays(DAYS - 1L - back))
                .map(date -> new Day(date, mark(dateToMarks.get(date))))
                .toList());
    }

    private static Mark mark(SelfCheckStore.@Nullable DayMarks marks) {
        if (marks == null) {
            return Mark.NONE;
        }
        if (marks.danger()) {
            return Mark.ALARM;
        }
        return marks.green() ? Mark.GREEN : Mark.NONE;
    }
}
