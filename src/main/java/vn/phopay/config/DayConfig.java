package vn.phopay.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Closed days and their seals.
 *
 * @param keyDir PKCS#8 PEM keys that sign seals
 * @param timeout time budget of one call about a day: it holds all payments of the day against the statements
 */
public record DayConfig(Path keyDir, Duration timeout) {
    static final Setting KEY_DIR = Setting.of("PHOPAY_SEAL_KEY_DIR", Setting.Type.PATH)
            .defaultsFrom("seal-keys in the data directory",
                    v -> v.path(DataConfig.DATA_DIR).resolve("seal-keys").toString())
            .means("Directory of the keys that sign closed days; shared by all instances; a first key is made.");
    static final Setting TIMEOUT_MS = Setting.number("PHOPAY_DAY_TIMEOUT_MS", "ms", 100, 600_000)
            .defaults(120_000)
            .means("Time budget of a call that reads or closes a business day.");
    static final List<Setting> SETTINGS = List.of(KEY_DIR, TIMEOUT_MS);

    static DayConfig from(SettingValues values) {
        return new DayConfig(values.path(KEY_DIR), values.millis(TIMEOUT_MS));
    }
}
