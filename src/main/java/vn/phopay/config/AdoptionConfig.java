package vn.phopay.config;

import java.time.Duration;
import java.util.List;

/**
 * The district figures.
 *
 * @param suppressBelow outsiders see no figure that comes from fewer outlets than this
 */
public record AdoptionConfig(Duration foldInterval, int suppressBelow) {
    static final Setting FOLD_INTERVAL_MS =
            Setting.number("PHOPAY_ADOPTION_FOLD_INTERVAL_MS", "ms", 50, 3_600_000)
                    .defaults(1000)
                    .means("Pause between two runs of the job that adds payments to the district figures.");
    static final Setting SUPPRESS_BELOW = Setting.number("PHOPAY_ADOPTION_SUPPRESS_BELOW", "outlets", 1, 1000)
            .defaults(5)
            .means("Outsiders see no figure that comes from fewer outlets.");
    static final List<Setting> SETTINGS = List.of(FOLD_INTERVAL_MS, SUPPRESS_BELOW);

    static AdoptionConfig from(SettingValues values) {
        return new AdoptionConfig(values.millis(FOLD_INTERVAL_MS), values.integer(SUPPRESS_BELOW));
    }
}
