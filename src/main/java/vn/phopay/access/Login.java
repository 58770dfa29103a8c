package vn.phopay.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody logs in with: a merchant's phone number or a staff login. The two can never be equal.
 *
 * @param value E.164, or the staff login in lower case
 */
public record Login(String value) {
    /** The rule of staff logins, as said to whoever broke it. */
    public static final String STAFF_RULE =
            "must have 2 to 64 letters a-z, digits or . _ @ + -, begin with a letter or digit, and be no phone number";

    private static final Pattern STAFF_LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,63}");

    /** The login of a merchant. */
    public static Login of(PhoneNumber phone) {
        return new Login(phone.e164());
    }

    /** Reads a staff login, in any case; empty where it breaks the {@link #STAFF_RULE}. */
    public static Optional<Login> parseStaff(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        boolean usable = STAFF_LOGIN.matcher(lower).matches() && PhoneNumber.parse(lower).isEmpty();
        return usable ? Optional.of(new Login(lower)) : Optional.empty();
    }

    /** Reads what somebody typed to log in; empty where it can be nobody's login. */
    public static Optional<Login> parse(String text) {
        return PhoneNumber.parse(text).map(Login::of).or(() -> parseStaff(text));
    }

    /** Hides the login: a merchant's is its phone number. */
    @Override
    public String toString() {
        return "Login[***]";
    }
}
