package vn.phopay.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values the operator gave, each read by its {@link Setting}.
 *
 * <p>Every method throws {@link ConfigException} naming the setting when the value breaks the setting's type or limits,
 * or when there is neither a value nor a default.
 */
public final class SettingValues {
    private final Map<String, String> nameToText;

    SettingValues(Map<String, String> nameToText) {
        this.nameToText = new LinkedHashMap<>(nameToText);
    }

    /** The given text or the default, or null where there is neither. */
    public @Nullable String textOrNull(Setting setting) {
        String given = given(setting);
        if (given == null) {
            return setting.derived() == null ? setting.defaultText() : setting.derived().apply(this);
        }
        if (setting.type() != Setting.Type.NUMBER) {
            checkLength(setting, given);
        }
        if (setting.type() == Setting.Type.CHOICE && !setting.choices().contains(given)) {
            throw malformed(setting);
        }
        return given;
    }

    /** The given text or the default. */
    public String text(Setting setting) {
        String text = textOrNull(setting);
        if (text == null) {
            throw new ConfigException(setting.name(), "is not set; expected " + setting.expectation());
        }
        return text;
    }

    /** The value as a number within the setting's limits. */
    public long number(Setting setting) {
        String text = text(setting);
        if (!text.matches("-?[0-9]{1,18}")) {
            throw malformed(setting);
        }
        long value = Long.parseLong(text);
        if (value < setting.min() || value > setting.max()) {
            throw malformed(setting);
        }
        return value;
    }

    /** As {@link #number} for settings whose maximum fits an int. */
    public int integer(Setting setting) {
        return Math.toIntExact(number(setting));
    }

    /** A number of milliseconds. */
    public Duration millis(Setting setting) {
        return Duration.ofMillis(number(setting));
    }

    /** A number of seconds. */
    public Duration seconds(Setting setting) {
        return Duration.ofSeconds(number(setting));
    }

    /** A number of hours. */
    public Duration hours(Setting setting) {
        return Duration.ofHours(number(setting));
    }

    /** A number of days of 24 hours. */
    public Duration days(Setting setting) {
        return Duration.ofDays(number(setting));
    }

    /** The value as a path, made absolute against the working directory. */
    public Path path(Setting setting) {
        try {
            return Path.of(text(setting)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw malformed(setting);
        }
    }

    /** The value as an absolute http or https URL without a trailing slash. */
    public URI httpUrl(Setting setting) {
        try {
            URI uri = new URI(text(setting).replaceAll("/+$", ""));
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            // No user part either: the URL is printed on posters.
            if (!web || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                throw malformed(setting);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw malformed(setting);
        }
    }

    /** The value as a PostgreSQL connection URL, or null when it is not set. */
    public @Nullable DatabaseUrl databaseUrlOrNull(Setting setting) {
        String text = textOrNull(setting);
        return text == null ? null : DatabaseUrl.parse(setting.name(), text);
    }

    /** The error for a value that its setting does not allow: what was expected, and never the value of a secret. */
    public ConfigException malformed(Setting setting) {
        String given = setting.secret() ? "" : " but was \"" + shortened(textRaw(setting)) + "\"";
        return new ConfigException(setting.name(), "expected " + setting.expectation() + given);
    }

    /** Nothing but a count: values may be secret. */
    @Override
    public String toString() {
        return "SettingValues[" + nameToText.size() + " given]";
    }

    private @Nullable String given(Setting setting) {
        return nameToText.get(setting.name());
    }

    private String textRaw(Setting setting) {
        String given = given(setting);
        return given == null ? "" : given;
    }

    private void checkLength(Setting setting, String text) {
        boolean control = text.chars().anyMatch(Character::isISOControl);
        if (control || text.isBlank() || text.length() < setting.min() || text.length() > setting.max()) {
            throw malformed(setting);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
