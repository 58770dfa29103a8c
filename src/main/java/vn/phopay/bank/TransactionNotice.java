package vn.phopay.bank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One movement on a merchant's account as a bank tells it, whatever its dialect.
 *
 * @param bankReference the sender's unique id of the transfer
 * @param accountNumber the account that was credited or debited; text, never a number
 * @param amountVnd whole đồng, at least 1
 * @param direction which way the money moved, seen from the account
 * @param memo the remittance text as received; empty where there was none
 * @param bookedAt when the bank says that it booked the transfer
 * @param payerAccount the payer's account, as much of it as the bank tells
 * @param payerBankBin the payer's bank, six digits
 * @param reversalOf the bank reference of the payment that this debit takes back
 */
public record TransactionNotice(
        String bankReference,
        String accountNumber,
        long amountVnd,
        Direction direction,
        String memo,
        Instant bookedAt,
        @Nullable String payerAccount,
        @Nullable String payerBankBin,
        @Nullable String reversalOf) {

    /** Which way money moved, seen from the merchant's account (ISO 20022 CreditDebitCode). */
    public enum Direction {
        /** Money came in. */
        CREDIT,
        /** Money went out. */
        DEBIT
    }
}
