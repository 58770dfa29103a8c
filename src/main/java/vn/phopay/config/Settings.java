package vn.phopay.config;

import java.util.List;
import java.util.stream.Stream;

/** The whole table of settings, section by section; a setting that is not in it does not exist. */
public final class Settings {
    /** One section of the table: a heading and its settings. */
    public record Section(String title, List<Setting> settings) {}

    private static final List<Section> SECTIONS = List.of(
            new Section("HTTP", HttpConfig.SETTINGS),
            new Section("Data", DataConfig.SETTINGS),
            new Section("Database", DatabaseConfig.SETTINGS),
            new Section("QR codes", QrConfig.SETTINGS),
            new Section("Bank callbacks", CallbackConfig.SETTINGS),
            new Section("Payment requests", PaymentConfig.SETTINGS),
            new Section("Live events", StreamConfig.SETTINGS),
            new Section("Staff phones", ListenerConfig.SETTINGS),
            new Section("Webhooks", WebhookConfig.SETTINGS),
            new Section("Access", AccessConfig.SETTINGS),
            new Section("Adoption figures", AdoptionConfig.SETTINGS),
            new Section("Statements", StatementConfig.SETTINGS),
            new Section("Closed days", DayConfig.SETTINGS),
            new Section("Checks and reports of codes", SafetyConfig.SETTINGS),
            new Section("Revenue books", BookConfig.SETTINGS),
            new Section("Programme", ProgrammeConfig.SETTINGS),
            new Section("Owners' data", ProfileConfig.SETTINGS),
            new Section("Monthly releases", ReleaseConfig.SETTINGS),
            new Section("Log", LogConfig.SETTINGS));

    private Settings() {}

    /** The sections in the order of the README. */
    public static List<Section> sections() {
        return SECTIONS;
    }

    /** Every setting, in the order of the README. */
    public static Stream<Setting> all() {
        return SECTIONS.stream().flatMap(section -> section.settings().stream());
    }
}
