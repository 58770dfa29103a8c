package vn.phopay.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which days' figures are kept. Those of a day that is over are read only while they are up to date. Those of the
 * running day are out of date again a moment after they were kept: in a big city, where counting takes long, they are
 * read as they are, in a small one they are counted.
 *
 * @param upToDate days whose kept figures equal what a count would find
 * @param running the running day, where it is kept and may be told late
 */
record KeptDays(Set<LocalDate> upToDate, Optional<LocalDate> running) {
    /** The longest point whose active outlets are kept, in days. */
    static final int POINT_DAYS_MAX = 31;

    /** Copies {@code upToDate}. */
    KeptDays {
        upToDate = Set.copyOf(upToDate);
    }

    /** Whether the kept counts of {@code day} may be told. */
    boolean tell(LocalDate day) {
        return upToDate.contains(day) || running.filter(day::equals).isPresent();
    }

    /** Whether the outlets active in {@code point} are kept. */
    boolean tellActive(DayRange point) {
        return tell(point.to()) && !point.from().isBefore(DayRange.endingOn(point.to(), POINT_DAYS_MAX).from());
    }

    /**
     * The days of {@code points}, each with its point's place in the list: those that are up to date, or the others.
     */
    List<PointDay> days(List<DayRange> points, boolean kept) {
        List<PointDay> days = new ArrayList<>();
        for (int point = 0; point < points.size(); point++) {
            DayRange range = points.get(point);
            for (LocalDate day = range.from(); !day.isAfter(range.to()); day = day.plusDays(1)) {
                if (upToDate.contains(day) == kept) {
                    days.add(new PointDay(point, day));
                }
            }
        }
        return days;
    }

    /** The same of the days that lie in no whole month of their point, see {@link PointDay#wholeMonths}. */
    List<PointDay> daysBesideMonths(List<DayRange> points, boolean kept) {
        Set<PointDay> months = Set.copyOf(PointDay.wholeMonths(points));
        return days(points, kept).stream()
                .filter(in -> !months.contains(new PointDay(in.point(), in.day().withDayOfMonth(1))))
                .toList();
    }

    /** A day of a point. */
    record PointDay(int point, LocalDate day) {
        /** The first days of the months of which a point has every day. */
        static List<PointDay> wholeMonths(List<DayRange> points) {
            return IntStream.range(0, points.size())
                    .boxed()
                    .flatMap(point -> points.get(point).wholeMonths().stream().map(month -> new PointDay(point, month)))
                    .toList();
        }

        static Integer[] points(List<PointDay> days) {
            return days.stream().map(PointDay::point).toArray(Integer[]::new);
        }

        static LocalDate[] days(List<PointDay> days) {
            return days.stream().map(PointDay::day).toArray(LocalDate[]::new);
        }
    }
}
