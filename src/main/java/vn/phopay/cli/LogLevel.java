package vn.phopay.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.config.LogConfig;

/** Sets the log's level as configured: Logback's own file reads the environment only, not the properties file. */
final class LogLevel {
    private static final String OURS = "vn.phopay";

    private LogLevel() {}

    static void apply(LogConfig config) {
        set(Level.valueOf(config.level()));
    }

    /** Only what a person should read, while the demo city is built: its hundreds of decisions bury the logins. */
    static void quiet() {
        set(Level.WARN);
    }

    private static void set(Level level) {
        if (LoggerFactory.getLogger(OURS) instanceof Logger ours) {
            ours.setLevel(level);
        }
    }
}
