package vn.phopay.config;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of the settings table: name, type, unit, default, limits, whether it is secret, and what it means.
 *
 * <p>{@code min} and {@code max} bound the value of a number and the length in characters of a text. README's table and
 * {@code --print-config} are made from these lines, so a setting is described nowhere else.
 *
 * @param defaultText the default as an operator would write it, or null where the setting has none
 * @param derived works the default out from other settings; {@code defaultText} then says how, in words
 * @param choices the allowed words of a {@link Type#CHOICE}
 */
public record Setting(
        String name,
        Type type,
        String unit,
        @Nullable String defaultText,
        @Nullable Function<SettingValues, String> derived,
        long min,
        long max,
        List<String> choices,
        boolean secret,
        String meaning) {

    /** How a value is read. */
    public enum Type {
        /** A whole number in decimal digits. */
        NUMBER,
        /** Any printable text. */
        TEXT,
        /** One word of a fixed list. */
        CHOICE,
        /** A file-system path. */
        PATH,
        /** An absolute http or https URL. */
        HTTP_URL,
        /** A PostgreSQL connection URL; see {@link DatabaseUrl}. */
        DATABASE_URL
    }

    private static final long TEXT_LENGTH_MAX = 1000;

    /** A whole number between {@code min} and {@code max}, both included. */
    public static Setting number(String name, String unit, long min, long max) {
        return new Setting(name, Type.NUMBER, unit, null, null, min, max, List.of(), false, "");
    }

    /** A text of 1 to {@code lengthMax} characters. */
    public static Setting text(String name, long lengthMax) {
        return new Setting(name, Type.TEXT, "text", null, null, 1, lengthMax, List.of(), false, "");
    }

    /** One of the given words. */
    public static Setting choice(String name, List<String> choices) {
        return new Setting(name, Type.CHOICE, "word", null, null, 1, TEXT_LENGTH_MAX, List.copyOf(choices), false, "");
    }

    /** A value of the given type that is bounded only by a sane length. */
    public static Setting of(String name, Type type) {
        String unit = type == Type.PATH ? "path" : "URL";
        return new Setting(name, type, unit, null, null, 1, TEXT_LENGTH_MAX, List.of(), false, "");
    }

    /** The same setting with a fixed default. */
    public Setting defaults(String value) {
        return new Setting(name, type, unit, value, null, min, max, choices, secret, meaning);
    }

    /** The same setting with a fixed numeric default. */
    public Setting defaults(long value) {
        return defaults(Long.toString(value));
    }

    /** The same setting with a default worked out from others; {@code words} says how in the table. */
    public Setting defaultsFrom(String words, Function<SettingValues, String> derivation) {
        return new Setting(name, type, unit, words, derivation, min, max, choices, secret, meaning);
    }

    /** The same setting, masked wherever configuration is shown; a text must then have at least {@code lengthMin}. */
    public Setting secret(long lengthMin) {
        return new Setting(name, type, unit, defaultText, derived, lengthMin, max, choices, true, meaning);
    }

    /** The same setting with its one-line meaning. */
    public Setting means(String line) {
        return new Setting(name, type, unit, defaultText, derived, min, max, choices, secret, line);
    }

    /** What a value must look like, in words fit for an error message. */
    public String expectation() {
        return switch (type) {
            case NUMBER -> "a whole number of " + unit + " from " + min + " to " + max;
            case TEXT -> "a text of " + min + " to " + max + " characters";
            case CHOICE -> "one of " + String.join(", ", choices);
            case PATH -> "a file-system path";
            case HTTP_URL -> "an absolute http:// or https:// URL";
            case DATABASE_URL -> DatabaseUrl.EXPECTATION;
        };
    }
}
