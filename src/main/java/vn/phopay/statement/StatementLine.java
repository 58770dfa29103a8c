package vn.phopay.statement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;

/**
 * One booked movement that a statement tells.
 *
 * @param number its place: counted from 1 within an XML statement, the row of a CSV file
 * @param bankTrace the bank's own reference of the movement
 * @param txId the transaction's id between banks
 * @param amountVnd whole đồng, at least 1
 * @param direction which way money moved, seen from the account
 * @param reversal whether it takes back an earlier movement of the other direction
 * @param booking when it was booked
 * @param memo unstructured remittance text, its parts joined without separator; empty where there is none
 * @param payerReference structured creditor reference, else the end-to-end id; searched for our code before the memo
 * @param payer who paid, as far as told
 * @param balanceVnd the account's balance after it, where a CSV file tells it
 * @param undivided an entry whose transactions do not add up to it: it is money, but nobody can say of which payment
 */
public record StatementLine(
        long number,
        @Nullable String bankTrace,
        @Nullable String txId,
        long amountVnd,
        Direction direction,
        boolean reversal,
        Booking booking,
        String memo,
        @Nullable String payerReference,
        Payer payer,
        @Nullable Long balanceVnd,
        boolean undivided) {

    /**
     * When a movement was booked.
     *
     * @param at the moment; the day's first one where only the day is told
     * @param exact whether the time of day is told
     * @param businessDate the day in Vietnam
     */
    public record Booking(Instant at, boolean exact, LocalDate businessDate) {}

    /** Who paid: name and account, either may be missing. */
    public record Payer(@Nullable String name, @Nullable String account) {
        /** Nothing is known of the payer. */
        public static final Payer UNKNOWN = new Payer(null, null);
    }
}
