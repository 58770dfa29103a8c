package vn.phopay.paper;

import java.util.Optional;
import vn.phopay.qr.QrInputException;

/**
 * What stands around one code on paper.
 *
 * @param shopName full Vietnamese name of the shop
 * @param place the outlet, the table or the till, in its owner's words
 * @param payee whom the payer's app will name
 * @param serial serial of the code
 * @param payload text of the symbol
 */
public record CodeFace(String shopName, Optional<String> place, Payee payee, String serial, String payload) {
    private static final int LAST_DIGITS = 4;

    /**
     * Whom the payer's app will name: payers are told to compare it.
     *
     * @param bankName short name of the bank
     * @param holder account holder as bank apps show it
     * @param lastDigits the last characters of the account, four at most: paper hangs in public
     */
    public record Payee(String bankName, String holder, String lastDigits) {
        /** Refuses more of the account than four characters. */
        public Payee {
            if (lastDigits.length() > LAST_DIGITS) {
                throw new QrInputException("lastDigits: at most four characters");
            }
        }

        /** Of an account, of which only the end is kept. */
        public static Payee of(String bankName, String holder, String account) {
            return new Payee(bankName, holder, account.substring(Math.max(0, account.length() - LAST_DIGITS)));
        }
    }
}
