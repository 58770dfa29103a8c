package vn.phopay.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one running service: immutable, complete and already checked.
 *
 * @param values the texts it was made from, for {@link ConfigPrinter}
 */
public record AppConfig(
        HttpConfig http,
        DataConfig data,
        DatabaseConfig database,
        QrConfig qr,
        CallbackConfig callback,
        PaymentConfig payment,
        StreamConfig stream,
        ListenerConfig listener,
        WebhookConfig webhook,
        AccessConfig access,
        AdoptionConfig adoption,
        StatementConfig statement,
        DayConfig day,
        SafetyConfig safety,
        BookConfig book,
        ProgrammeConfig programme,
        ProfileConfig profile,
        ReleaseConfig release,
        LogConfig log,
        SettingValues values) {

    private static final String PREFIX = "PHOPAY_";

    /**
     * Reads the settings: the environment wins over the properties file, which uses the same {@code PHOPAY_…} names and
     * is UTF-8. Other variables of the environment are none of ours; in the file every name must be known.
     *
     * @throws ConfigException naming the first setting that is unknown, malformed or out of range
     */
    public static AppConfig load(Map<String, String> environment, @Nullable Path propertiesFile) {
        Map<String, String> nameToText = new TreeMap<>();
        if (propertiesFile != null) {
            nameToText.putAll(readProperties(propertiesFile));
        }
        environment.forEach((name, text) -> {
            if (name.startsWith(PREFIX)) {
                nameToText.put(name, text);
            }
        });
        checkNames(nameToText);
        return from(new SettingValues(nameToText));
    }

    /** Names the sections only: their values belong to {@link ConfigPrinter}, which masks secrets. */
    @Override
    public String toString() {
        return "AppConfig[" + values + "]";
    }

    private static AppConfig from(SettingValues values) {
        return new AppConfig(
                HttpConfig.from(values),
                DataConfig.from(values),
                DatabaseConfig.from(values),
                QrConfig.from(values),
                CallbackConfig.from(values),
                PaymentConfig.from(values),
                StreamConfig.from(values),
                ListenerConfig.from(values),
                WebhookConfig.from(values),
                AccessConfig.from(values),
                AdoptionConfig.from(values),
                StatementConfig.from(values),
                DayConfig.from(values),
                SafetyConfig.from(values),
                BookConfig.from(values),
                ProgrammeConfig.from(values),
                ProfileConfig.from(values),
                ReleaseConfig.from(values),
                LogConfig.from(values),
                values);
    }

    private static Map<String, String> readProperties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException(file.toString(), "cannot be read as a UTF-8 properties file: " + e.getMessage());
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    private static void checkNames(Map<String, String> nameToText) {
        var known = Settings.all().map(Setting::name).collect(Collectors.toSet());
        nameToText.forEach((name, text) -> {
            if (!known.contains(name)) {
                throw new ConfigException(name, "is not a setting of phopay; expected one of the names that"
                        + " --print-config lists");
            }
            if (text.isBlank()) {
                // An empty PHOPAY_DATABASE_URL must not quietly mean the embedded database.
                throw new ConfigException(name, "is empty; give a value or leave it out");
            }
        });
    }
}
