package vn.phopay.config;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the configuration: effective values with secrets masked, and the table of settings for the README. */
public final class ConfigPrinter {
    private static final String MASK = "****";

    private ConfigPrinter() {}

    /** Every setting with its effective value, one {@code NAME=value} a line; settings without a value as comments. */
    public static String print(AppConfig config) {
        return Settings.sections().stream()
                .map(section -> "# " + section.title() + "\n" + section.settings().stream()
                        .map(setting -> line(setting, config.values()))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** The Markdown table of the README, one table for all sections. */
    public static String markdownTable() {
        String rows = Settings.all()
                .map(setting -> "| `" + setting.name() + "` | " + setting.unit() + " | " + defaultOf(setting) + " | "
                        + limits(setting) + " | " + setting.meaning() + " |\n")
                .collect(Collectors.joining());
        return "| setting | unit | default | limits | meaning |\n|---|---|---|---|---|\n" + rows;
    }

    private static String line(Setting setting, SettingValues values) {
        String text = values.textOrNull(setting);
        return text == null
                ? "# " + setting.name() + " is not set\n"
                : setting.name() + "=" + shown(setting, text) + "\n";
    }

    private static String shown(Setting setting, String text) {
        if (setting.type() == Setting.Type.DATABASE_URL) {
            return DatabaseUrl.parse(setting.name(), text).masked();
        }
        return setting.secret() ? MASK : text;
    }

    private static String defaultOf(Setting setting) {
        @Nullable String text = setting.defaultText();
        if (text == null) {
            return "–";
        }
        return setting.derived() == null ? "`" + text + "`" : text;
    }

    private static String limits(Setting setting) {
        return switch (setting.type()) {
            case NUMBER -> setting.min() + " – " + setting.max();
            case TEXT -> setting.min() + " – " + setting.max() + " characters";
            case CHOICE -> String.join(", ", setting.choices());
            case PATH, HTTP_URL, DATABASE_URL -> "–";
        };
    }
}
