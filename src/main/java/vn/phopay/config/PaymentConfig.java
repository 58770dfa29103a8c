package vn.phopay.config;

import java.time.Duration;
import java.util.List;

/**
 * Payment requests and the matching of payments to them.
 *
 * @param lateGrace how long after its expiry a payment booked for a request still counts as in time
 * @param nightBooking how much of the day on which a night ends its transfers may be booked in
 * @param idempotencyLifetime how long an Idempotency-Key is remembered
 * @param memoCandidatesMax most references looked up from one memo
 */
public record PaymentConfig(
        Duration lateGrace,
        Duration nightBooking,
        Duration expiryMin,
        Duration expiryMax,
        Duration expiryDefault,
        Duration idempotencyLifetime,
        int memoCandidatesMax,
        Duration expiryInterval) {

    static final Setting LATE_GRACE_SECONDS = Setting.number("PHOPAY_LATE_GRACE_SECONDS", "seconds", 0, 86_400)
            .defaults(900)
            .means("How long after its expiry a payment booked for a request still counts as in time.");
    static final Setting NIGHT_BOOKING_HOURS = Setting.number("PHOPAY_NIGHT_BOOKING_HOURS", "hours", 0, 24)
            .defaults(24)
            .means("A request open between 22:00 and 05:00 still takes what is booked in the first hours of the day on"
                    + " which that night ends: how many hours; 0 for none.");
    static final Setting EXPIRY_SECONDS_MIN =
            Setting.number("PHOPAY_REQUEST_EXPIRY_SECONDS_MIN", "seconds", 1, 2_592_000)
                    .defaults(60)
                    .means("Shortest life of a payment request.");
    static final Setting EXPIRY_SECONDS_MAX =
            Setting.number("PHOPAY_REQUEST_EXPIRY_SECONDS_MAX", "seconds", 1, 2_592_000)
                    .defaults(86_400)
                    .means("Longest life of a payment request.");
    static final Setting EXPIRY_SECONDS_DEFAULT =
            Setting.number("PHOPAY_REQUEST_EXPIRY_SECONDS_DEFAULT", "seconds", 1, 2_592_000)
                    .defaults(900)
                    .means("Life of a payment request that names none.");
    static final Setting IDEMPOTENCY_HOURS = Setting.number("PHOPAY_IDEMPOTENCY_HOURS", "hours", 1, 720)
            .defaults(24)
            .means("How long an Idempotency-Key is remembered.");
    static final Setting MEMO_CANDIDATES_MAX =
            Setting.number("PHOPAY_MEMO_CANDIDATES_MAX", "references", 1, 64)
                    .defaults(8)
                    .means("Most references looked up from one memo.");
    static final Setting EXPIRY_INTERVAL_MS = Setting.number("PHOPAY_EXPIRY_INTERVAL_MS", "ms", 100, 3_600_000)
            .defaults(5000)
            .means("Pause between two runs of the job that expires requests.");
    static final List<Setting> SETTINGS = List.of(
            LATE_GRACE_SECONDS, NIGHT_BOOKING_HOURS, EXPIRY_SECONDS_MIN, EXPIRY_SECONDS_MAX, EXPIRY_SECONDS_DEFAULT,
            IDEMPOTENCY_HOURS, MEMO_CANDIDATES_MAX, EXPIRY_INTERVAL_MS);

    static PaymentConfig from(SettingValues values) {
        PaymentConfig config = new PaymentConfig(
                values.seconds(LATE_GRACE_SECONDS),
                values.hours(NIGHT_BOOKING_HOURS),
                values.seconds(EXPIRY_SECONDS_MIN),
                values.seconds(EXPIRY_SECONDS_MAX),
                values.seconds(EXPIRY_SECONDS_DEFAULT),
                values.hours(IDEMPOTENCY_HOURS),
                values.integer(MEMO_CANDIDATES_MAX),
                values.millis(EXPIRY_INTERVAL_MS));
        if (config.expiryMin.compareTo(config.expiryMax) > 0) {
            throw new ConfigException(EXPIRY_SECONDS_MIN.name(), "must not exceed " + EXPIRY_SECONDS_MAX.name());
        }
        if (config.expiryDefault.compareTo(config.expiryMin) < 0
                || config.expiryDefault.compareTo(config.expiryMax) > 0) {
            throw new ConfigException(EXPIRY_SECONDS_DEFAULT.name(), "must lie between " + EXPIRY_SECONDS_MIN.name()
                    + " and " + EXPIRY_SECONDS_MAX.name());
        }
        return config;
    }
}
