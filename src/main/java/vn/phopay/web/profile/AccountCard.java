package vn.phopay.web.profile;

import java.util.List;
import java.util.Locale;
import vn.phopay.merchant.BankAccount;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.ReceivingAccount;
import vn.phopay.registration.BankChoices;

/**
 * A receiving account as its owner reads it.
 *
 * @param bank the name on the bank's sign
 * @param end the last digits of the number, four at most
 * @param holder as the bank writes it
 * @param state the end of a message's key: how it stands
 * @param tone how that is coloured: {@code good}, {@code warn} or {@code bad}
 */
public record AccountCard(String bank, String end, String holder, String state, String tone) {
    private static final int SHOWN = 4;

    static AccountCard of(ReceivingAccount account) {
        String status = account.status().name().toLowerCase(Locale.ROOT);
        return of(account.account(), account.isWaitingChange() ? "change" : status);
    }

    private static AccountCard of(BankAccount account, String state) {
        String tone = switch (state) {
            case "approved" -> "good";
            case "pending", "change" -> "warn";
            default -> "bad";
        };
        return new AccountCard(
                BankChoices.nameOf(account.bankBin()), end(account.number()), account.name(), state, tone);
    }

    /** Those in force and those that wait, the main one first. */
    static List<AccountCard> open(MerchantFile file) {
        return file.accounts().stream().filter(ReceivingAccount::isOpen).map(AccountCard::of).toList();
    }

    static String end(String number) {
        return number.substring(Math.max(0, number.length() - SHOWN));
    }
}
