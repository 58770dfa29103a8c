package vn.phopay.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Monthly releases and open data.
 *
 * @param keyDir PKCS#8 PEM keys that sign releases
 * @param draftAfterDays how many days after a month's end its release is drafted
 * @param checkInterval pause between two looks at whether a release is due
 * @param timeout time budget of a call that drafts or publishes a release
 */
public record ReleaseConfig(Path keyDir, int draftAfterDays, Duration checkInterval, Duration timeout) {
    static final Setting KEY_DIR = Setting.of("PHOPAY_RELEASE_KEY_DIR", Setting.Type.PATH)
            .defaultsFrom("release-keys in the data directory",
                    v -> v.path(DataConfig.DATA_DIR).resolve("release-keys").toString())
            .means("Directory of the keys that sign monthly releases; shared by all instances; a first key is made.");
    static final Setting DRAFT_AFTER_DAYS = Setting.number("PHOPAY_RELEASE_DRAFT_AFTER_DAYS", "days", 1, 28)
            .defaults(5)
            .means("How many days after a month's end the draft of its release is made; two people publish it.");
    static final Setting CHECK_INTERVAL_MS =
            Setting.number("PHOPAY_RELEASE_CHECK_INTERVAL_MS", "ms", 100, 86_400_000)
                    .defaults(600_000)
                    .means("Pause between two looks at whether a monthly release is due.");
    static final Setting TIMEOUT_MS = Setting.number("PHOPAY_RELEASE_TIMEOUT_MS", "ms", 1_000, 600_000)
            .defaults(120_000)
            .means("Time budget of a call that drafts or publishes a monthly release.");
    static final List<Setting> SETTINGS = List.of(KEY_DIR, DRAFT_AFTER_DAYS, CHECK_INTERVAL_MS, TIMEOUT_MS);

    static ReleaseConfig from(SettingValues values) {
        return new ReleaseConfig(values.path(KEY_DIR), values.integer(DRAFT_AFTER_DAYS),
                values.millis(CHECK_INTERVAL_MS), values.millis(TIMEOUT_MS));
    }
}
