package vn.phopay.web.geo;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.access.Principal;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.identity.IdSource;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;
import vn.phopay.zone.OpenSpan;
import vn.phopay.zone.PublicHoliday;
import vn.phopay.zone.ZoneCalendar;
import vn.phopay.zone.ZoneException;
import vn.phopay.zone.ZoneRule;
import vn.phopay.zone.ZoneStore;

/** A zone's calendar: when it is open next, why, and what staff have said that differs. */
public final class CalendarPage {
    private static final int SPANS_SHOWN = 6;
    private static final int HOLIDAYS_AHEAD_DAYS = 180;
    private static final int MINUTES_A_DAY = 1_440;

    private final ZoneStore zones;
    private final PlaceDirectory places;
    private final PageKit kit;
    private final Moment moment;

    /** Shows what {@code zones} hold of {@code places}. */
    public CalendarPage(ZoneStore zones, PlaceDirectory places, PageKit kit, Moment moment) {
        this.zones = zones;
        this.places = places;
        this.kit = kit;
        this.moment = moment;
    }

    /** The time, and what names a form. */
    public record Moment(Clock clock, IdSource ids) {}

    /**
     * What the template shows.
     *
     * @param zones the zones of the visitor's districts
     * @param zone the one that is shown
     * @param hours its hours
     * @param holidays public holidays to come
     * @param form what was typed
     * @param key names the form, so that sending it twice records one exception
     */
    public record Model(
            List<Place> zones, Place zone, Hours hours, List<PublicHoliday> holidays, Form form, UUID key) {
        /** Copies the lists. */
        public Model {
            zones = List.copyOf(zones);
            holidays = List.copyOf(holidays);
        }

        /** The kinds of exception. */
        public ZoneException.Kind[] kinds() {
            return ZoneException.Kind.values();
        }

        /** What the form shows as chosen. */
        public boolean isChosen(ZoneException.Kind kind) {
            return form.typed("kind").equals(kind.name());
        }
    }

    /**
     * A zone's hours.
     *
     * @param open whether it is open now
     * @param known whether anything is known of them
     * @param rules its usual week
     * @param next when it is open next
     * @param exceptions what differs, the latest first
     */
    public record Hours(
            boolean open, boolean known, List<ZoneRule> rules, List<OpenSpan> next, List<ZoneException> exceptions) {
        /** Copies the lists. */
        public Hours {
            rules = List.copyOf(rules);
            next = List.copyOf(next);
            exceptions = List.copyOf(exceptions);
        }
    }

    /** A rule's span in the visitor's words: {@code Thứ Sáu 19:00 – Chủ nhật 24:00}. */
    public static String week(View view, ZoneRule rule) {
        int closes = rule.opensMinute() + rule.lastsMinutes();
        return view.text("geo.week.span", minute(view, rule.opensMinute(), false), minute(view, closes, true));
    }

    /** A span in the visitor's words. */
    public static String span(View view, OpenSpan span) {
        // A span that ends at midnight ends with the day before.
        LocalDate first = BusinessDay.of(span.opensAt());
        LocalDate last = BusinessDay.of(span.closesAt().minusMillis(1));
        boolean midnight = LocalTime.ofInstant(span.closesAt(), BusinessDay.ZONE).equals(LocalTime.MIDNIGHT);
        String closes = midnight ? "24:00" : view.time(span.closesAt());
        return view.text("geo.week.span", day(view, first) + ' ' + view.time(span.opensAt()),
                first.equals(last) ? closes : day(view, last) + ' ' + closes);
    }

    private static String day(View view, LocalDate day) {
        return view.text("geo.weekday." + day.getDayOfWeek().name()) + ' ' + view.day(day);
    }

    private static String minute(View view, int minuteOfWeek, boolean end) {
        int day = (end ? minuteOfWeek - 1 : minuteOfWeek) / MINUTES_A_DAY;
        int minute = minuteOfWeek - day * MINUTES_A_DAY;
        return view.text("geo.weekday." + DayOfWeek.of(1 + day % 7).name())
                + " %02d:%02d".formatted(minute / 60, minute % 60);
    }

    Reply show(int status, Call call, SqlConnection transaction, Form form) {
        List<Place> mine = mine(call.principal());
        String code = call.queryParameter("khong-gian").orElse(form.typed("zone"));
        Place zone = mine.stream().filter(one -> one.code().equals(code)).findFirst()
                .orElseGet(() -> mine.stream().findFirst().orElseThrow(GeoPath::notFound));
        Instant now = moment.clock().instant();
        LocalDate today = BusinessDay.of(now);
        List<ZoneRule> rules = Future.await(zones.rules(transaction, zone.placeId()));
        List<ZoneException> exceptions = Future.await(zones.exceptions(transaction, zone.placeId()));
        ZoneCalendar calendar = new ZoneCalendar(rules, exceptions);
        List<PublicHoliday> holidays = Future.await(
                zones.holidays(transaction, today, today.plusDays(HOLIDAYS_AHEAD_DAYS)));
        Hours hours = new Hours(calendar.isOpen(now), calendar.isKnown(), rules, calendar.next(now, SPANS_SHOWN),
                exceptions);
        return kit.page(status, kit.view(call), "geo/calendar",
                new Model(mine, zone, hours, holidays, form, moment.ids().next()));
    }

    /** A zone of the caller's districts by its code. */
    Optional<Place> zone(Principal caller, String code) {
        return mine(caller).stream().filter(zone -> zone.code().equals(code)).findFirst();
    }

    private List<Place> mine(Principal caller) {
        return places.zones().stream().filter(zone -> places.districtsOf(zone, BusinessDay.of(moment.clock().instant()))
                .stream().limit(1).anyMatch(district -> caller.staffOf(district.code()))).toList();
    }
}
