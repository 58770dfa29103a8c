package vn.phopay.zone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.phopay.time.BusinessDay;

/**
 * When one zone is open: its usual week, what exceptions open, less what exceptions close. A span that starts on a day
 * of its season runs to its end, whatever season or year that is in.
 */
public final class ZoneCalendar {
    /** The longest span of a week: nothing that started earlier still runs. */
    private static final int DAYS_BACK_MAX = 7;
    /** How far ahead the next opening is looked for: a season and a little more. */
    private static final int DAYS_AHEAD_MAX = 400;

    private final List<ZoneRule> rules;
    private final List<ZoneException> exceptions;

    /** A calendar of one zone's {@code rules} and {@code exceptions}; those that were withdrawn count for nothing. */
    public ZoneCalendar(List<ZoneRule> rules, List<ZoneException> exceptions) {
        this.rules = List.copyOf(rules);
        this.exceptions = exceptions.stream().filter(ZoneException::stands).toList();
    }

    /** Whether anything is known of its hours: a zone of which nothing is known is not closed. */
    public boolean isKnown() {
        return !rules.isEmpty() || !exceptions.isEmpty();
    }

    /** Whether the zone is open at {@code moment}. */
    public boolean isOpen(Instant moment) {
        return openSpans(BusinessDay.of(moment)).stream().anyMatch(span -> span.holds(moment));
    }

    /** When the zone is open on {@code businessDate}, cut at midnight, in order, none touching another. */
    public List<OpenSpan> openSpans(LocalDate businessDate) {
        OpenSpan day = new OpenSpan(BusinessDay.startOf(businessDate), BusinessDay.startOf(businessDate.plusDays(1)));
        List<OpenSpan> closed = exceptions.stream()
                .filter(exception -> !exception.kind().opens())
                .map(ZoneException::during)
                .toList();
        List<OpenSpan> open = joined(Stream.concat(usual(businessDate), byException())
                .filter(day::touches)
                .map(span -> cut(span, day))
                .toList());
        for (OpenSpan gap : closed) {
            open = open.stream().flatMap(span -> without(span, gap)).toList();
        }
        return open;
    }

    /** The stretches of time in which it is open from {@code moment} on, joined over midnight, at most {@code max}. */
    public List<OpenSpan> next(Instant moment, int max) {
        List<OpenSpan> found = new ArrayList<>();
        LocalDate first = BusinessDay.of(moment);
        for (int ahead = 0; ahead < DAYS_AHEAD_MAX && found.size() <= max; ahead++) {
            found.addAll(openSpans(first.plusDays(ahead)));
            found = new ArrayList<>(joined(found));
        }
        return found.stream().filter(span -> moment.isBefore(span.closesAt())).limit(max).toList();
    }

    /** The exception that stands at {@code moment}. */
    public Optional<ZoneException> exceptionAt(Instant moment) {
        return exceptions.stream().filter(exception -> exception.during().holds(moment)).findFirst();
    }

    private Stream<OpenSpan> usual(LocalDate businessDate) {
        return businessDate.minusDays(DAYS_BACK_MAX).datesUntil(businessDate.plusDays(1))
                .flatMap(day -> rules.stream().filter(rule -> rule.startsOn(day)).map(rule -> rule.startingOn(day)));
    }

    private Stream<OpenSpan> byException() {
        return exceptions.stream().filter(exception -> exception.kind().opens()).map(ZoneException::during);
    }

    private static OpenSpan cut(OpenSpan span, OpenSpan window) {
        return new OpenSpan(later(span.opensAt(), window.opensAt()), earlier(span.closesAt(), window.closesAt()));
    }

    private static Stream<OpenSpan> without(OpenSpan span, OpenSpan gap) {
        if (!span.touches(gap)) {
            return Stream.of(span);
        }
        List<OpenSpan> left = new ArrayList<>();
        if (span.opensAt().isBefore(gap.opensAt())) {
            left.add(new OpenSpan(span.opensAt(), gap.opensAt()));
        }
        if (gap.closesAt().isBefore(span.closesAt())) {
            left.add(new OpenSpan(gap.closesAt(), span.closesAt()));
        }
        return left.stream();
    }

    /** The same moments in as few spans as possible, in order. */
    private static List<OpenSpan> joined(List<OpenSpan> spans) {
        List<OpenSpan> joined = new ArrayList<>();
        for (OpenSpan span : spans.stream().sorted(Comparator.comparing(OpenSpan::opensAt)).toList()) {
            if (!joined.isEmpty() && !span.opensAt().isAfter(joined.getLast().closesAt())) {
                OpenSpan last = joined.removeLast();
                joined.add(new OpenSpan(last.opensAt(), later(last.closesAt(), span.closesAt())));
            } else {
                joined.add(span);
            }
        }
        return List.copyOf(joined);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
