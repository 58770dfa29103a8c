package vn.phopay.http.dayclose;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.phopay.adoption.DayRange;
import vn.phopay.dayclose.Blocker;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.time.BusinessDay;

/** What the endpoints about days have in common. */
final class DayCalls {
    private static final Pattern DAY = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}");

    private DayCalls() {}

    /** The day of the path; another text is nobody's address. */
    static LocalDate date(Call call) {
        return parse(call.path("date")).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_NOT_FOUND, "A day is written as 2026-11-22."));
    }

    /** The days from {@code ?from=} to {@code ?to=}; without them the last {@link DayRange#DAYS_DEFAULT} to today. */
    static DayRange range(Call call, Clock clock) {
        LocalDate to = parameter(call, "to").orElse(BusinessDay.of(clock.instant()));
        LocalDate from = parameter(call, "from").orElse(to.minusDays(DayRange.DAYS_DEFAULT - 1L));
        try {
            return new DayRange(from, to);
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("?from",
                    "must not lie after to, nor " + DayRange.DAYS_MAX + " days before it");
        }
    }

    private static Optional<LocalDate> parameter(Call call, String name) {
        return call.queryParameter(name).map(text -> parse(text).orElseThrow(
                () -> ProblemException.ofField("?" + name, "must be a business day, as 2026-11-22")));
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(text).filter(day -> DAY.matcher(day).matches()).map(LocalDate::parse);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** 409 with what speaks against closing the day. */
    static Reply blocked(List<Blocker> blockers) {
        Reply problem = Reply.problem(ProblemCode.RECON_DAY_BLOCKED, "See blockers; nothing was changed.");
        JsonArray list = new JsonArray();
        blockers.forEach(blocker -> list.add(DayJson.blocker(blocker)));
        JsonObject body = new JsonObject(problem.body()).put("blockers", list);
        return Reply.bytes(problem.status(), problem.headers().getOrDefault("content-type", Reply.JSON),
                body.toBuffer());
    }
}
