package vn.phopay.config;

import java.util.List;

/**
 * How much the service says on standard error.
 *
 * @param level the least severe level of our own lines that is written: ERROR, WARN, INFO or DEBUG
 */
public record LogConfig(String level) {
    static final Setting LEVEL = Setting.choice("PHOPAY_LOG_LEVEL", List.of("ERROR", "WARN", "INFO", "DEBUG"))
            .defaults("INFO")
            .means("Least severe level of log lines that is written.");
    static final List<Setting> SETTINGS = List.of(LEVEL);

    static LogConfig from(SettingValues values) {
        return new LogConfig(values.text(LEVEL));
    }
}
