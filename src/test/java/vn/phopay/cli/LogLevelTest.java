package vn.phopay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.phopay.config.AppConfig;
import vn.phopay.config.ConfigException;

/** The log's level is the configured one, and only a level that exists can be configured. */
class LogLevelTest {
    private final Logger ours = (Logger) LoggerFactory.getLogger("vn.phopay");
    private final Level before = ours.getLevel();

    @AfterEach
    void restore() {
        ours.setLevel(before);
    }

    @Test
    void applyShouldSetTheLevelWhenOneIsConfigured() {
        LogLevel.apply(AppConfig.load(Map.of("PHOPAY_LOG_LEVEL", "ERROR"), null).log());
        assertEquals(Level.ERROR, ours.getLevel());
        LogLevel.apply(AppConfig.load(Map.of(), null).log());
        assertEquals(Level.INFO, ours.getLevel());
    }

    @Test
    void loadShouldStopTheStartWhenTheLevelIsUnknown() {
        assertThrows(ConfigException.class, () -> AppConfig.load(Map.of("PHOPAY_LOG_LEVEL", "LOUD"), null));
    }
}
