package vn.phopay.access;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Vietnamese mobile or fixed-line number, by which a merchant logs in.
 *
 * @param e164 the number as ITU-T E.164 writes it, {@code +84912345678}
 */
public record PhoneNumber(String e164) {
    private static final String REGION = "VN";
    private static final Pattern USUAL_WRITING = Pattern.compile("\\+?[0-9(][0-9 ().-]{6,23}");
    /** Address books paste invisible direction marks and hard blanks around a number. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Z}&&[^ ]]");
    private static final Set<PhoneNumberType> TAKEN = EnumSet.of(
            PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /**
     * Reads a number in any usual writing: {@code 0912 345 678}, {@code +84 91 234 5678}, {@code 84912345678}. Empty
     * for anything else, another country's number and service numbers (1900…, 1800…) among it.
     */
    public static Optional<PhoneNumber> parse(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("").strip();
        if (!USUAL_WRITING.matcher(visible).matches()) {
            return Optional.empty();
        }
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = util.parse(visible, REGION);
            boolean taken = util.isValidNumberForRegion(number, REGION) && TAKEN.contains(util.getNumberType(number));
            return taken ? Optional.of(new PhoneNumber(util.format(number, PhoneNumberFormat.E164))) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** Hides all but the last three digits: numbers are personal data and stay out of logs. */
    @Override
    public String toString() {
        return "PhoneNumber[…" + e164.substring(Math.max(0, e164.length() - 3)) + "]";
    }
}
