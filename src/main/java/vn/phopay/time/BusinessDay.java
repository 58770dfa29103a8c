package vn.phopay.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The Vietnamese business day: the calendar day in Asia/Ho_Chi_Minh (UTC+7, no daylight saving). */
public final class BusinessDay {
    /** The zone in which every business date is read. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private BusinessDay() {}

    /** The business date on which {@code moment} falls. */
    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** The first moment of {@code businessDate}. */
    public static Instant startOf(LocalDate businessDate) {
        return businessDate.atStartOfDay(ZONE).toInstant();
    }
}
