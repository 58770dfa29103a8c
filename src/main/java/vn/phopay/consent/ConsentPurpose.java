package vn.phopay.consent;

import java.util.Locale;

/**
 * What a merchant is asked to agree to. Personal data are handled for a purpose that was named before (Decree
 * 13/2023/ND-CP articles 11 and 13), so each purpose has its own wording and its own answer.
 *
 * <p>The wording stands in the message files under {@link #textKey}; whoever changes it gives it a new version and
 * leaves the old one there, because somebody agreed to that one.
 */
public enum ConsentPurpose {
    /** The rules of taking part. */
    TERMS(true, "2026-11-01"),
    /** Handling of personal data: name, phone number, tax code, receiving account. */
    DATA_PROCESSING(true, "2026-11-01"),
    /** News of the city about cashless payment, by text message. */
    NEWS(false, "2026-11-01");

    private final boolean required;
    private final String version;

    ConsentPurpose(boolean required, String version) {
        this.required = required;
        this.version = version;
    }

    /** Whether nobody registers without it. */
    public boolean isRequired() {
        return required;
    }

    /** The version of the wording that is shown now, a date. */
    public String version() {
        return version;
    }

    /** The key of one version's wording in the message files. */
    public String textKey(String ofVersion) {
        return "register.consent." + code() + ".text." + ofVersion;
    }

    /** The key of the purpose's name in the message files. */
    public String nameKey() {
        return "register.consent." + code() + ".name";
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace("_processing", "");
    }
}
