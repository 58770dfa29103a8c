package vn.phopay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator sees of the configuration. */
class ConfigPrinterTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PHOPAY_DATABASE_URL", "postgresql://pho:s3cr3t@db/pho?sslmode=require",
            "PHOPAY_ADMIN_LOGIN", "chi.ha",
            "PHOPAY_ADMIN_PASSWORD", "r1ce-noodles",
            "PHOPAY_HTTP_PORT", "9090");

    @Test
    void printShouldShowEverySettingAndNoSecret() {
        AppConfig config = AppConfig.load(ENVIRONMENT, null);

        String printed = ConfigPrinter.print(config);

        Settings.all().forEach(setting -> assertTrue(printed.contains(setting.name()), setting.name()));
        assertTrue(
                printed.contains("PHOPAY_DATABASE_URL=postgresql://pho:****@db:5432/pho?sslmode=require\n"), printed);
        assertTrue(printed.contains("PHOPAY_ADMIN_PASSWORD=****\n"), printed);
        assertTrue(printed.contains("PHOPAY_PUBLIC_URL=http://127.0.0.1:9090\n"), printed);
        for (String shown : List.of(
                printed, config.toString(), config.access().toString(), config.database().toString())) {
            assertFalse(shown.contains("s3cr3t") || shown.contains("r1ce-noodles"), shown);
        }
    }

    @Test
    void settingsShouldHaveDistinctNamesAUnitAndAMeaning() {
        assertEquals(Settings.all().count(), Settings.all().map(Setting::name).distinct().count());
        Settings.all().forEach(setting -> {
            assertTrue(setting.name().matches("PHOPAY_[A-Z0-9]+(_[A-Z0-9]+)*"), setting.name());
            assertTrue(setting.meaning().endsWith("."), setting.name());
            assertFalse(setting.unit().isBlank(), setting.name());
        });
    }

    @Test
    void markdownTableShouldHaveOneRowPerSetting() {
        assertEquals(Settings.all().count() + 2, ConfigPrinter.markdownTable().lines().count());
        assertTrue(ConfigPrinter.markdownTable().contains(
                "| `PHOPAY_HTTP_PORT` | port | `8080` | 0 – 65535 | Port to listen on; 0 takes any free one. |"));
    }
}
