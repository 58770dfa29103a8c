package vn.phopay.merchant;

import java.util.regex.Pattern;

/**
 * A receiving account at a bank.
 *
 * @param bankBin the bank's six digits
 * @param number 1 to 19 letters and digits, kept as text: leading zeros and case matter
 * @param name the holder as the bank writes it, upper-case ASCII
 */
public record BankAccount(String bankBin, String number, String name) {
    /** The rule of account numbers, as said to whoever broke it. */
    public static final String NUMBER_RULE = "must be 1 to 19 letters and digits";
    /** The rule of account names, as said to whoever broke it. */
    public static final String NAME_RULE = "must be the holder's name as the bank writes it, 1 to 70 Latin letters";
    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 70;

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]{1,19}");

    /** Whether {@code text} can be an account number. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Whether {@code other} is the same account, whatever its holder is called. */
    public boolean isSameAccount(BankAccount other) {
        return bankBin.equals(other.bankBin) && number.equals(other.number);
    }

    /** Hides holder and number: accounts stay out of logs. */
    @Override
    public String toString() {
        return "BankAccount[" + bankBin + " …" + number.substring(Math.max(0, number.length() - 4)) + "]";
    }
}
