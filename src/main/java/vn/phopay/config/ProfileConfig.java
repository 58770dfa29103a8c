package vn.phopay.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Limits of what a shop owner may ask about his own data.
 *
 * @param exportDir where a file of his data is made; it has no name there but for an instant
 * @param exportsMax most files that are made at a time
 * @param exportTimeout how long packing one of them may take
 * @param deletionWait how long a wish to be forgotten may be taken back before it is carried out
 */
public record ProfileConfig(Path exportDir, int exportsMax, Duration exportTimeout, Duration deletionWait) {
    static final Setting EXPORT_DIR = Setting.of("PHOPAY_EXPORT_DIR", Setting.Type.PATH)
            .defaultsFrom("`exports` under the data directory",
                    v -> v.path(DataConfig.DATA_DIR).resolve("exports").toString())
            .means("Directory in which a merchant's data is packed before it is handed out; nothing stays in it.");
    static final Setting EXPORTS_MAX = Setting.number("PHOPAY_EXPORTS_MAX", "files", 1, 64)
            .defaults(2)
            .means("Most files of merchants' data that are packed at a time; past it they get 503.");
    static final Setting EXPORT_SECONDS = Setting.number("PHOPAY_EXPORT_SECONDS", "seconds", 1, 3600)
            .defaults(120)
            .means("How long packing a merchant's data may take.");
    static final Setting DELETION_WAIT_HOURS = Setting.number("PHOPAY_DELETION_WAIT_HOURS", "hours", 0, 8_760)
            .defaults(720)
            .means("How long a merchant may take back its wish to be forgotten before staff can carry it out.");
    static final List<Setting> SETTINGS = List.of(EXPORT_DIR, EXPORTS_MAX, EXPORT_SECONDS, DELETION_WAIT_HOURS);

    static ProfileConfig from(SettingValues values) {
        return new ProfileConfig(
                values.path(EXPORT_DIR), values.integer(EXPORTS_MAX), values.seconds(EXPORT_SECONDS),
                values.hours(DELETION_WAIT_HOURS));
    }
}
