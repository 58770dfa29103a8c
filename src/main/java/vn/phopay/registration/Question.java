package vn.phopay.registration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.phopay.consent.ConsentPurpose;

/** One field of a registration. Its answer is kept in the draft as it was typed; a password is no question. */
public enum Question {
    /** The name that customers know. */
    DISPLAY_NAME(Screen.SHOP),
    /** What it sells, a {@link Trade}. */
    TRADE(Screen.SHOP),
    /** The name in the business registration. */
    LEGAL_NAME(Screen.SHOP),
    /** Tax code, or personal number. */
    TAX_CODE(Screen.SHOP),
    /** A street that we keep. */
    STREET(Screen.PLACE),
    /** House number on that street. */
    HOUSE_NUMBER(Screen.PLACE),
    /** Ward and district, where the street is none that we keep; see {@link PlaceChoices}. */
    AREA(Screen.PLACE),
    /** House number and street in words, where the street is none that we keep. */
    ADDRESS(Screen.PLACE),
    /** Bank, by its six digits. */
    BANK(Screen.ACCOUNT),
    /** Account number. */
    ACCOUNT_NUMBER(Screen.ACCOUNT),
    /** Holder. */
    ACCOUNT_NAME(Screen.ACCOUNT),
    /** Phone number, by which the shop logs in. */
    PHONE(Screen.LOGIN),
    /** Consent to the rules: {@link #YES} or nothing. */
    CONSENT_TERMS(Screen.LOGIN),
    /** Consent to the handling of personal data. */
    CONSENT_DATA(Screen.LOGIN),
    /** Consent to news. */
    CONSENT_NEWS(Screen.LOGIN),
    /** With a helper: how the owner said so. */
    CONSENT_FORM(Screen.LOGIN),
    /** With a helper: what helps to find the proof. */
    CONSENT_NOTE(Screen.LOGIN);

    /** The answer of a box that is ticked. */
    public static final String YES = "yes";
    /** Longest answer that is kept, in characters: more than any rule allows, so that what is too long can be shown. */
    public static final int ANSWER_LENGTH_MAX = 300;

    private final Screen screen;
    private final String key;

    Question(Screen screen) {
        this.screen = screen;
        this.key = camelCase(name());
    }

    /** The question with this key. */
    static Optional<Question> parse(String key) {
        return Arrays.stream(values()).filter(question -> question.key.equals(key)).findFirst();
    }

    /** The box by which somebody agrees to {@code purpose}. */
    public static Question of(ConsentPurpose purpose) {
        return switch (purpose) {
            case TERMS -> CONSENT_TERMS;
            case DATA_PROCESSING -> CONSENT_DATA;
            case NEWS -> CONSENT_NEWS;
        };
    }

    /** On which screen it is asked. */
    public Screen screen() {
        return screen;
    }

    /** Its name in forms and in the database, {@code displayName}. */
    public String key() {
        return key;
    }

    static String camelCase(String constant) {
        StringBuilder text = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            text.append(text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return text.toString();
    }
}
