package vn.phopay.merchant;

import java.util.Locale;
import java.util.Optional;

/** The language in which a merchant is written to. */
public enum Language {
    /** Vietnamese, where nothing else is asked for. */
    VI,
    /** English. */
    EN;

    /** Reads {@code vi} or {@code en}. */
    public static Optional<Language> parse(String text) {
        return switch (text) {
            case "vi" -> Optional.of(VI);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }

    /** The ISO 639-1 code, as the API and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
