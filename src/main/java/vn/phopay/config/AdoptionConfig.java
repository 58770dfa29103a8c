package vn.phopay.config;

import java.time.Duration;
import java.util.List;

/**
 * The district figures.
 *
 * @param foldInterval pause between two folds of payments into the rollups
 * @param suppressBelow outsiders see no figure of fewer outlets than this, and no money of fewer than ten
 * @param figureInterval shortest pause between two computations of figures
 * @param figureHistoryDays how many days back figures are kept up to date
 */
public record AdoptionConfig(
        Duration foldInterval, int suppressBelow, Duration figureInterval, int figureHistoryDays) {
    static final Setting FOLD_INTERVAL_MS =
            Setting.number("PHOPAY_ADOPTION_FOLD_INTERVAL_MS", "ms", 50, 3_600_000)
                    .defaults(1000)
                    .means("Pause between two runs of the job that adds payments to the district figures.");
    static final Setting SUPPRESS_BELOW = Setting.number("PHOPAY_ADOPTION_SUPPRESS_BELOW", "outlets", 1, 1000)
            .defaults(5)
            .means("Outsiders see no figure that comes from fewer outlets; of money, none of fewer than ten.");
    static final Setting FIGURE_INTERVAL_MS =
            Setting.number("PHOPAY_FIGURE_INTERVAL_MS", "ms", 50, 3_600_000)
                    .defaults(1000)
                    .means("Shortest pause between two computations of the city's figures; after a long one it is ten"
                            + " times as long as that took.");
    static final Setting FIGURE_HISTORY_DAYS =
            Setting.number("PHOPAY_FIGURE_HISTORY_DAYS", "days", 62, 7_300)
                    .defaults(1_100)
                    .means("How many days back the city's figures are computed; older ones stay as they are.");
    static final List<Setting> SETTINGS =
            List.of(FOLD_INTERVAL_MS, SUPPRESS_BELOW, FIGURE_INTERVAL_MS, FIGURE_HISTORY_DAYS);

    static AdoptionConfig from(SettingValues values) {
        return new AdoptionConfig(
                values.millis(FOLD_INTERVAL_MS), values.integer(SUPPRESS_BELOW),
                values.millis(FIGURE_INTERVAL_MS), values.integer(FIGURE_HISTORY_DAYS));
    }
}
