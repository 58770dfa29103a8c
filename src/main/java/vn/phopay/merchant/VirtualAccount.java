package vn.phopay.merchant;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.OutletId;

/**
 * A number under which a bank lets payers pay into a merchant's account.
 *
 * @param bankBin the bank
 * @param number the number
 * @param account the account behind it
 * @param outlet the outlet that it stands for, if it stands for one
 * @param createdAt since when we know it
 */
public record VirtualAccount(
        String bankBin, String number, AccountId account, Optional<OutletId> outlet, Instant createdAt) {
    /** Longest number, in characters. */
    public static final int NUMBER_LENGTH_MAX = 34;
    /** The form of a number. */
    public static final String NUMBER_RULE = "must be 1 to " + NUMBER_LENGTH_MAX + " letters and digits";

    /** Reads a number; empty where it is none. */
    public static Optional<String> parseNumber(String text) {
        return Optional.of(text).filter(number -> number.matches("[A-Za-z0-9]{1," + NUMBER_LENGTH_MAX + "}"));
    }
}
