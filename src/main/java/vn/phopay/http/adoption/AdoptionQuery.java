package vn.phopay.http.adoption;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.Principal;
import vn.phopay.adoption.DayRange;
import vn.phopay.adoption.Interval;
import vn.phopay.adoption.Viewer;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemException;
import vn.phopay.time.BusinessDay;

/** Reads what the adoption routes have in common: {@code from}, {@code to}, {@code interval} and who asks. */
final class AdoptionQuery {
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final int ISO_DATE_LENGTH = 10;

    private AdoptionQuery() {}

    /**
     * Business days {@code from} to {@code to}, both included. Without {@code to} up to today, without {@code from}
     * the 30 days that end on {@code to}. Refuses what is no day of 2000 to 2099, an inverted range, and more than 400
     * days.
     */
    static DayRange range(Call call, Clock clock) {
        LocalDate to = day(call, "to").orElseGet(() -> today(clock));
        LocalDate from = day(call, "from").orElseGet(() -> DayRange.endingOn(to, DayRange.DAYS_DEFAULT).from());
        try {
            return new DayRange(from, to);
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField(
                    "?from", "must not be after to (or today), and at most " + DayRange.DAYS_MAX + " days before it");
        }
    }

    /** The present business day. */
    static LocalDate today(Clock clock) {
        return BusinessDay.of(clock.instant());
    }

    /** {@code day}, {@code week} or {@code month}; {@code day} where it is missing. */
    static Interval interval(Call call) {
        String text = call.queryParameter("interval").orElse("day");
        return Interval.parse(text)
                .orElseThrow(() -> ProblemException.ofField("?interval", "must be day, week or month"));
    }

    /** Outsiders are those without a session, and merchants. */
    static Viewer viewer(@Nullable Principal caller) {
        if (caller == null || !caller.role().isStaff()) {
            return Viewer.OUTSIDER;
        }
        return caller.districtCodes().isEmpty() ? Viewer.CITY : new Viewer(false, caller.districtCodes());
    }

    private static Optional<LocalDate> day(Call call, String name) {
        return call.queryParameter(name).map(text -> parse(text, name));
    }

    private static LocalDate parse(String text, String name) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (text.length() == ISO_DATE_LENGTH && !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Refused below, together with days out of range.
        }
        throw ProblemException.ofField("?" + name, "must be a day of 2000 to 2099, written yyyy-MM-dd");
    }
}
