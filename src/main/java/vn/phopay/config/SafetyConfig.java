package vn.phopay.config;

import java.time.Duration;
import java.util.List;

/**
 * Morning checks and reports of codes that were pasted over.
 *
 * @param hotline number that an owner is told to call when her code was pasted over
 * @param photoBytesMax largest photo that is taken
 * @param keptAfterEnd how long photos and contacts of reports are kept after their case has ended
 * @param alarmLife how long what an alarm read is kept where nobody reports it
 * @param publicReportsMax most reports of a business day by people without a session
 * @param reportRate how often one client address may report
 */
public record SafetyConfig(
        String hotline,
        int photoBytesMax,
        Duration keptAfterEnd,
        Duration alarmLife,
        int publicReportsMax,
        AccessConfig.Rate reportRate) {

    static final Setting HOTLINE = Setting.text("PHOPAY_SAFETY_HOTLINE", 20)
            .defaults("113")
            .means("Phone number to call when a code was pasted over; shown on the alarm.");
    static final Setting PHOTO_BYTES_MAX =
            Setting.number("PHOPAY_SAFETY_PHOTO_BYTES_MAX", "bytes", 65_536, 20_971_520)
                    .defaults(5_242_880)
                    .means("Largest photo of a report, as it is sent.");
    static final Setting PHOTO_DAYS = Setting.number("PHOPAY_SAFETY_PHOTO_DAYS", "days", 1, 3650)
            .defaults(180)
            .means("How long photos and contacts of reports are kept after their case has ended.");
    static final Setting ALARM_DAYS = Setting.number("PHOPAY_SAFETY_ALARM_DAYS", "days", 1, 365)
            .defaults(30)
            .means("How long the text of a strange code is kept after a morning check that nobody reports.");
    static final Setting PUBLIC_REPORTS_MAX =
            Setting.number("PHOPAY_SAFETY_PUBLIC_REPORTS_MAX", "reports", 0, 1_000_000)
                    .defaults(500)
                    .means("Most reports of pasted-over codes a day by people without a session.");
    static final Setting RATE_BURST = Setting.number("PHOPAY_SAFETY_RATE_BURST", "calls", 1, 1_000_000)
            .defaults(20)
            .means("Reports that one client address may send at once.");
    static final Setting RATE_PER_MINUTE =
            Setting.number("PHOPAY_SAFETY_RATE_PER_MINUTE", "calls a minute", 1, 100_000_000)
                    .defaults(10)
                    .means("Reports that one client address may send in the long run.");
    static final List<Setting> SETTINGS = List.of(
            HOTLINE, PHOTO_BYTES_MAX, PHOTO_DAYS, ALARM_DAYS, PUBLIC_REPORTS_MAX, RATE_BURST, RATE_PER_MINUTE);

    static SafetyConfig from(SettingValues values) {
        return new SafetyConfig(
                values.text(HOTLINE),
                values.integer(PHOTO_BYTES_MAX),
                values.days(PHOTO_DAYS),
                values.days(ALARM_DAYS),
                values.integer(PUBLIC_REPORTS_MAX),
                new AccessConfig.Rate(values.integer(RATE_BURST), values.integer(RATE_PER_MINUTE)));
    }
}
