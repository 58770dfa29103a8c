package vn.phopay.simulator.sender;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that moved at a bank, as the bank knows it; each dialect tells some of it.
 *
 * @param reference the bank's own id of it, for dialects whose ids are texts
 * @param number the bank's own id of it, for dialects whose ids are numbers; as unique as {@code reference}
 * @param trace its number between the banks (FT number), the same at every sender that tells of it
 * @param account the account that was credited or debited
 * @param virtualAccount the virtual account through which the payer paid
 * @param amountVnd whole đồng
 * @param memo the remittance text
 * @param bookedAt when the bank booked it
 * @param payer who paid
 * @param original the credit that this debit takes back; null for every credit
 */
public record Movement(
        String reference,
        long number,
        String trace,
        String account,
        @Nullable String virtualAccount,
        long amountVnd,
        String memo,
        Instant bookedAt,
        Payer payer,
        @Nullable Movement original) {

    /**
     * Who paid.
     *
     * @param name as the bank writes it
     * @param account its number
     * @param bankBin its bank
     */
    public record Payer(String name, String account, String bankBin) {}

    /** Whether money came in. */
    public boolean isCredit() {
        return original == null;
    }

    /** The same with another amount: what no honest bank would tell under one id. */
    public Movement withAmount(long amount) {
        return new Movement(
                reference, number, trace, account, virtualAccount, amount, memo, bookedAt, payer, original);
    }

    /** The same with another memo. */
    public Movement withMemo(String text) {
        return new Movement(
                reference, number, trace, account, virtualAccount, amountVnd, text, bookedAt, payer, original);
    }

    /** The same, booked at another moment. */
    public Movement withBookedAt(Instant moment) {
        return new Movement(
                reference, number, trace, account, virtualAccount, amountVnd, memo, moment, payer, original);
    }

    /** The same, paid through a virtual account. */
    public Movement through(String number) {
        return new Movement(
                reference, this.number, trace, account, number, amountVnd, memo, bookedAt, payer, original);
    }

    /** The same transfer as another sender knows it: ids of its own, and the trace that both share. */
    public Movement knownAs(String otherReference, long otherNumber) {
        return new Movement(otherReference, otherNumber, trace, account, virtualAccount, amountVnd, memo, bookedAt,
                payer, original);
    }

    /** The debit that takes this credit back; banks give it an id of its own and repeat the trace. */
    public Movement reversal(String otherReference, long otherNumber, Instant moment) {
        return new Movement(otherReference, otherNumber, trace, account, null, amountVnd, "HOAN TRA " + trace,
                moment, payer, this);
    }
}
