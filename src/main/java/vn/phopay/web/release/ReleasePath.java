package vn.phopay.web.release;

import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import vn.phopay.access.Principal;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.release.Release;
import vn.phopay.release.ReleaseNumber;
import vn.phopay.release.ReleaseState;
import vn.phopay.time.BusinessDay;

/** Reads and writes addresses of the pages of releases. */
final class ReleasePath {
    static final String RELEASES = "/phat-hanh";
    static final String ONE = RELEASES + "/{thang}/{ban}";
    private static final YearMonth FIRST_MONTH = YearMonth.of(2020, 1);

    private ReleasePath() {}

    /** The month in the address; one that is not over, or before everything, is not found. */
    static YearMonth month(Call call, Clock clock) {
        return ReleaseNumber.month(call.path("thang"))
                .filter(month -> !month.isBefore(FIRST_MONTH) && !month.isAfter(lastMonth(clock)))
                .orElseThrow(ReleasePath::notFound);
    }

    static UUID release(Call call) {
        String text = call.path("ban");
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw notFound();
        }
        return UUID.fromString(text);
    }

    /** The last month that is over. */
    static YearMonth lastMonth(Clock clock) {
        return YearMonth.from(BusinessDay.of(clock.instant())).minusMonths(1);
    }

    /** A release is about the whole city: who is limited to districts sees of it what everybody sees. */
    static boolean maySee(Principal who, Release release) {
        return who.districtCodes().isEmpty() || release.state() == ReleaseState.PUBLISHED;
    }

    /** Refuses staff who are limited to districts. */
    static void requireWholeCity(Principal who) {
        if (!who.districtCodes().isEmpty()) {
            throw new ProblemException(ProblemCode.AUTH_FORBIDDEN,
                    "A release is about the whole city; your account is limited to districts.");
        }
    }

    static String of(YearMonth month) {
        return RELEASES + "/" + month;
    }

    static String of(Release release) {
        return of(release.number().month()) + "/" + release.id();
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is nothing at this address.");
    }
}
