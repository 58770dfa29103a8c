package vn.phopay.qr;

import org.jspecify.annotations.Nullable;

/**
 * What a printed poster shows beside its code.
 *
 * @param shopName full Vietnamese name of the shop
 * @param bankName short name of the bank
 * @param accountName account holder's name as bank apps show it; payers are told to compare it
 * @param accountLast4 the last characters of the account, four at most: a poster hangs in public
 * @param serial serial of the code
 * @param payload text of the symbol
 * @param checkUrl where anyone can check the code; null: no such line
 */
public record PosterContent(String shopName, String bankName, String accountName, String accountLast4, String serial,
                            String payload, @Nullable String checkUrl) {
    /** Refuses more of the account than four characters. */
    public PosterContent {
        if (accountLast4.length() > 4) {
            throw new QrInputException("accountLast4: at most four characters");
        }
    }
}
