package vn.phopay.release;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a release is called, such as {@code 2026-10.r1}.
 *
 * @param month the month whose figures it holds
 * @param revision 1 for the first, counted up by corrections
 */
public record ReleaseNumber(YearMonth month, int revision) implements Comparable<ReleaseNumber> {
    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2})\\.r([1-9]\\d{0,2})");

    /** Reads {@code 2026-10.r1}; empty where it is no such number. */
    public static Optional<ReleaseNumber> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? month(form.group(1)).map(month -> new ReleaseNumber(month, Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    /** Reads {@code 2026-10}; empty where it is no month. */
    public static Optional<YearMonth> month(String text) {
        try {
            return text.length() == "yyyy-MM".length() ? Optional.of(YearMonth.parse(text)) : Optional.empty();
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    /** The folder of its files: {@code 2026-10/r1}. */
    public String folder() {
        return month + "/r" + revision;
    }

    @Override
    public String toString() {
        return month + ".r" + revision;
    }

    @Override
    public int compareTo(ReleaseNumber other) {
        int byMonth = month.compareTo(other.month);
        return byMonth != 0 ? byMonth : Integer.compare(revision, other.revision);
    }
}
