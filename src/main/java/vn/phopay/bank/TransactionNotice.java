package vn.phopay.bank;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One movement on a merchant's account as a bank tells it, whatever its dialect. Made by {@link #credit},
 * {@link #debit} or {@link #toBuilder()}.
 *
 * @param bankReference the sender's unique id of the transfer
 * @param accountNumber the account that was credited or debited; text, never a number
 * @param amountVnd whole đồng, at least 1
 * @param direction which way the money moved, seen from the account
 * @param directionAssumed whether the sender left the direction out and it was taken for a credit
 * @param memo the remittance text as received; empty where there was none
 * @param structuredReference the creditor's reference where the sender gives it apart from the memo (ISO 20022 Strd)
 * @param bookedAt when the bank says that it booked the transfer
 * @param virtualAccount the virtual account through which the payer paid; decides whose it is before the account does
 * @param payerName the payer's name, as much of it as the bank tells
 * @param payerAccount the payer's account, as much of it as the bank tells
 * @param payerBankBin the payer's bank, six digits
 * @param bankTrace the transfer's number between the banks (FT number); the same at every sender that tells of it
 * @param reversalOf the bank reference of the payment that this debit takes back
 */
public record TransactionNotice(
        String bankReference,
        String accountNumber,
        long amountVnd,
        Direction direction,
        boolean directionAssumed,
        String memo,
        @Nullable String structuredReference,
        Instant bookedAt,
        @Nullable String virtualAccount,
        @Nullable String payerName,
        @Nullable String payerAccount,
        @Nullable String payerBankBin,
        @Nullable String bankTrace,
        @Nullable String reversalOf) {

    /** Senders write one trace in either case, with blanks around it: it is kept in upper case, and empty is none. */
    public TransactionNotice {
        if (bankTrace != null) {
            String trace = bankTrace.strip().toUpperCase(Locale.ROOT);
            bankTrace = trace.isEmpty() ? null : trace;
        }
    }

    /** Which way money moved, seen from the merchant's account (ISO 20022 CreditDebitCode). */
    public enum Direction {
        /** Money came in. */
        CREDIT,
        /** Money went out. */
        DEBIT
    }

    /** Begins a notice of {@code amountVnd} đồng that came in. */
    public static Builder credit(String bankReference, String accountNumber, long amountVnd) {
        return new Builder(bankReference, accountNumber, amountVnd, Direction.CREDIT);
    }

    /** Begins a notice of {@code amountVnd} đồng that went out. */
    public static Builder debit(String bankReference, String accountNumber, long amountVnd) {
        return new Builder(bankReference, accountNumber, amountVnd, Direction.DEBIT);
    }

    /** Begins a notice that differs from this one in what is then said. */
    public Builder toBuilder() {
        Builder builder = new Builder(bankReference, accountNumber, amountVnd, direction)
                .memo(memo)
                .structuredReference(structuredReference)
                .bookedAt(bookedAt)
                .virtualAccount(virtualAccount)
                .payerName(payerName)
                .payerAccount(payerAccount)
                .payerBankBin(payerBankBin)
                .bankTrace(bankTrace)
                .reversalOf(reversalOf);
        builder.directionAssumed = directionAssumed;
        return builder;
    }

    /** Takes what a sender tells member by member. Only the time of booking has to be told; null stands for untold. */
    public static final class Builder {
        private String bankReference;
        private String accountNumber;
        private long amountVnd;
        private Direction direction;
        private boolean directionAssumed;
        private String memo = "";
        private @Nullable String structuredReference;
        private @Nullable Instant bookedAt;
        private @Nullable String virtualAccount;
        private @Nullable String payerName;
        private @Nullable String payerAccount;
        private @Nullable String payerBankBin;
        private @Nullable String bankTrace;
        private @Nullable String reversalOf;

        private Builder(String bankReference, String accountNumber, long amountVnd, Direction direction) {
            this.bankReference = bankReference;
            this.accountNumber = accountNumber;
            this.amountVnd = amountVnd;
            this.direction = direction;
        }

        /** See {@link TransactionNotice#bankReference}. */
        public Builder bankReference(String reference) {
            bankReference = reference;
            return this;
        }

        /** See {@link TransactionNotice#accountNumber}. */
        public Builder accountNumber(String account) {
            accountNumber = account;
            return this;
        }

        /** See {@link TransactionNotice#amountVnd}. */
        public Builder amountVnd(long amount) {
            amountVnd = amount;
            return this;
        }

        /** Says which way the money moved. */
        public Builder direction(Direction way) {
            direction = way;
            directionAssumed = false;
            return this;
        }

        /** Says that the sender did not tell the direction and that {@code way} is taken for it. */
        public Builder assumedDirection(Direction way) {
            direction = way;
            directionAssumed = true;
            return this;
        }

        /** See {@link TransactionNotice#memo}. */
        public Builder memo(String text) {
            memo = text;
            return this;
        }

        /** See {@link TransactionNotice#structuredReference}. */
        public Builder structuredReference(@Nullable String reference) {
            structuredReference = reference;
            return this;
        }

        /** See {@link TransactionNotice#bookedAt}. */
        public Builder bookedAt(Instant moment) {
            bookedAt = moment;
            return this;
        }

        /** See {@link TransactionNotice#virtualAccount}. */
        public Builder virtualAccount(@Nullable String number) {
            virtualAccount = number;
            return this;
        }

        /** See {@link TransactionNotice#payerName}. */
        public Builder payerName(@Nullable String name) {
            payerName = name;
            return this;
        }

        /** See {@link TransactionNotice#payerAccount}. */
        public Builder payerAccount(@Nullable String number) {
            payerAccount = number;
            return this;
        }

        /** See {@link TransactionNotice#payerBankBin}. */
        public Builder payerBankBin(@Nullable String bin) {
            payerBankBin = bin;
            return this;
        }

        /** See {@link TransactionNotice#bankTrace}. */
        public Builder bankTrace(@Nullable String trace) {
            bankTrace = trace;
            return this;
        }

        /** See {@link TransactionNotice#reversalOf}. */
        public Builder reversalOf(@Nullable String reference) {
            reversalOf = reference;
            return this;
        }

        /**
         * The notice.
         *
         * @throws IllegalStateException where no time of booking was told
         */
        public TransactionNotice build() {
            Instant booked = bookedAt;
            if (booked == null) {
                throw new IllegalStateException("a notice without a time of booking");
            }
            return new TransactionNotice(bankReference, accountNumber, amountVnd, direction, directionAssumed, memo,
                    structuredReference, booked, virtualAccount, payerName, payerAccount, payerBankBin, bankTrace,
                    reversalOf);
        }
    }
}
