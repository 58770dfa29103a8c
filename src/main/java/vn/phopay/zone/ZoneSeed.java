package vn.phopay.zone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.place.SeedFile;
import vn.phopay.place.Validity;
import vn.phopay.time.BusinessDay;

/** The calendars that ship with the product, read from {@code resources/seed}; sources stand in its SOURCES.md. */
public final class ZoneSeed {
    private static final List<String> WEEK = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final String END_OF_DAY = "24:00";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private ZoneSeed() {}

    /** The usual weeks of all zones; a malformed file stops the start. */
    public static List<ZoneRule> rules() {
        return SeedFile.load("zone-calendars.csv").rows().stream().map(ZoneSeed::toRule).toList();
    }

    /** What is known of single occasions. */
    public static List<ZoneException> exceptions() {
        return SeedFile.load("zone-exceptions.csv").rows().stream().map(ZoneSeed::toException).toList();
    }

    /** Public holidays whose dates are known. */
    public static List<PublicHoliday> holidays() {
        return SeedFile.load("public-holidays.csv").rows().stream()
                .map(row -> new PublicHoliday(LocalDate.parse(row.get("day")), row.get("name_vi"),
                        row.get("name_en"), new Evidence(row.get("confidence"), row.get("sources"), "")))
                .toList();
    }

    private static ZoneRule toRule(SeedFile.Row row) {
        int opens = minuteOfWeek(row.get("opens"));
        int closes = minuteOfWeek(row.get("closes"));
        int lasts = closes > opens ? closes - opens : closes - opens + ZoneRule.MINUTES_A_WEEK;
        Season season = row.get("season_from").isEmpty()
                ? Season.ALL_YEAR
                : new Season(monthDay(row.get("season_from")), monthDay(row.get("season_to")));
        String end = row.get("valid_to");
        @Nullable LocalDate to = end.isEmpty() ? null : LocalDate.parse(end);
        return new ZoneRule("zone-" + row.get("zone_id"), Integer.parseInt(row.get("rule_no")), opens, lasts, season,
                new Validity(LocalDate.parse(row.get("valid_from")), to),
                new Evidence(row.get("confidence"), row.get("sources"), row.get("note")));
    }

    private static ZoneException toException(SeedFile.Row row) {
        return new ZoneException(UUID.fromString(row.get("exception_id")), "zone-" + row.get("zone_id"),
                ZoneException.Kind.valueOf(row.get("kind")),
                new OpenSpan(moment(row.get("starts")), moment(row.get("ends"))), row.get("reason"),
                new Evidence(row.get("confidence"), row.get("sources"), ""), Optional.empty());
    }

    /** {@code FRI 19:00}; {@code SUN 24:00} is the end of Sunday. */
    private static int minuteOfWeek(String text) {
        String time = text.substring(4);
        int day = WEEK.indexOf(text.substring(0, 3));
        if (day < 0) {
            throw new IllegalStateException("no day of the week in " + text);
        }
        int minute = time.equals(END_OF_DAY) ? ZoneRule.MINUTES_A_DAY : LocalTime.parse(time).toSecondOfDay() / 60;
        return day * ZoneRule.MINUTES_A_DAY + minute;
    }

    private static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }

    private static Instant moment(String text) {
        return LocalDateTime.parse(text, MOMENT).atZone(BusinessDay.ZONE).toInstant();
    }
}
