package vn.phopay.config;

/** A setting is unknown, malformed or out of range: the start stops, and the message names the setting. */
public final class ConfigException extends RuntimeException {
    private final String setting;

    /** {@code problem} says what was expected; it never repeats the value of a secret. */
    public ConfigException(String setting, String problem) {
        super(setting + ": " + problem);
        this.setting = setting;
    }

    /** The name of the setting at fault, as the operator wrote it. */
    public String setting() {
        return setting;
    }
}
