package vn.phopay.merchant;

import java.time.Year;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Vietnamese tax code (mã số thuế): ten digits; ten digits and a branch number; or, for household businesses since
 * 2025-07-01, the owner's personal identity number of twelve digits (Circular 86/2024/TT-BTC).
 *
 * <p>The tenth digit of the first two kinds checks the nine before it. A personal number has no check digit: its last
 * six digits are random, so that only its structure can be checked (Circular 59/2021/TT-BCA).
 *
 * @param value as the tax office writes it: {@code 0100047516}, {@code 0100047516-001}, {@code 001087123456}
 */
public record TaxCode(String value) {
    /** The rule, as said to whoever broke it. */
    public static final String RULE = "must be a tax code of 10 or 13 digits whose check digit holds, "
            + "or a personal identity number of 12 digits";

    private static final Pattern COMPANY = Pattern.compile("[0-9]{10}");
    private static final Pattern BRANCH = Pattern.compile("[0-9]{10}-?[0-9]{3}");
    private static final Pattern PERSON = Pattern.compile("[0-9]{12}");
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final int COMPANY_LENGTH = 10;
    private static final int YEARS_PER_CENTURY = 100;
    private static final int FIRST_CENTURY = 1900;
    private static final char FIRST_COUNTRY = '1';
    private static final Set<String> PROVINCES = Set.of(
            "001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017", "019", "020", "022", "024",
            "025", "026", "027", "030", "031", "033", "034", "035", "036", "037", "038", "040", "042", "044", "045",
            "046", "048", "049", "051", "052", "054", "056", "058", "060", "062", "064", "066", "067", "068", "070",
            "072", "074", "075", "077", "079", "080", "082", "083", "084", "086", "087", "089", "091", "092", "093",
            "094", "095", "096");

    /**
     * Reads a tax code; empty where {@code text} is none. A branch number is taken with and without its hyphen.
     *
     * @param now the present year in Vietnam: nobody is born after it
     */
    public static Optional<TaxCode> parse(String text, Year now) {
        if (COMPANY.matcher(text).matches() && isCompany(text)) {
            return Optional.of(new TaxCode(text));
        }
        if (BRANCH.matcher(text).matches()) {
            return branch(text.replace("-", ""));
        }
        boolean person = PERSON.matcher(text).matches() && isPerson(text, now);
        return person ? Optional.of(new TaxCode(text)) : Optional.empty();
    }

    private static Optional<TaxCode> branch(String digits) {
        String company = digits.substring(0, COMPANY_LENGTH);
        String branch = digits.substring(COMPANY_LENGTH);
        boolean valid = isCompany(company) && !branch.equals("000");
        return valid ? Optional.of(new TaxCode(company + '-' + branch)) : Optional.empty();
    }

    /** Serial numbers start at 1; a remainder of 0 would need the check digit 10, so such numbers are never issued. */
    private static boolean isCompany(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * digitAt(digits, i);
        }
        return digitAt(digits, WEIGHTS.length) == 10 - sum % 11 && !digits.startsWith("0000000", 2);
    }

    /** Province or country of birth registration, century and sex in one digit, two digits of the birth year. */
    private static boolean isPerson(String digits, Year now) {
        int century = FIRST_CENTURY + digitAt(digits, 3) / 2 * YEARS_PER_CENTURY;
        int birthYear = century + digitAt(digits, 4) * 10 + digitAt(digits, 5);
        // Births registered abroad carry a country's code, which starts at 100; we do not keep that list.
        boolean placeKnown = PROVINCES.contains(digits.substring(0, 3)) || digits.charAt(0) >= FIRST_COUNTRY;
        return placeKnown && birthYear <= now.getValue();
    }

    private static int digitAt(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    /** Hides all but the last three characters: a personal number is personal data and stays out of logs. */
    @Override
    public String toString() {
        return "TaxCode[…" + value.substring(Math.max(0, value.length() - 3)) + "]";
    }
}
