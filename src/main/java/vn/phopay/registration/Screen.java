package vn.phopay.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The four questions of a registration, in their order. */
public enum Screen {
    /** What is your shop called, and what does it sell? */
    SHOP,
    /** Where is it? */
    PLACE,
    /** Which account does the money go to? */
    ACCOUNT,
    /** Phone number, password, consents. */
    LOGIN;

    /** How many there are. */
    public static final int COUNT = values().length;

    /** The screen with this number, 1 to {@link #COUNT}; empty for any other text. */
    public static Optional<Screen> parse(String number) {
        return Arrays.stream(values()).filter(screen -> Integer.toString(screen.number()).equals(number)).findFirst();
    }

    /** The screen with this number, or the first one where there is none. */
    static Screen of(int number) {
        return parse(Integer.toString(number)).orElse(SHOP);
    }

    /** 1 for the first one. */
    public int number() {
        return ordinal() + 1;
    }

    /** The next one; empty at the last. */
    public Optional<Screen> next() {
        return parse(Integer.toString(number() + 1));
    }

    /** The one before; empty at the first. */
    public Optional<Screen> previous() {
        return parse(Integer.toString(number() - 1));
    }

    /** What is asked on it, in the order of the page. */
    public List<Question> questions() {
        return Arrays.stream(Question.values()).filter(question -> question.screen() == this).toList();
    }
}
