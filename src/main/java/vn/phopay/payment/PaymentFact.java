package vn.phopay.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.Surroundings.AccountKey;
import vn.phopay.time.BusinessDay;

/**
 * One piece of evidence that money moved, ready to be recorded once.
 *
 * @param id the payment's id, should this be the first time that it is told
 * @param key what the bank calls the transfer; decides whether it was told before
 * @param bankBin the bank's identifier; with the account number it names the account
 * @param notice what the bank says
 * @param meaning hash of account, amount and direction: tells a repeat from a conflict
 * @param candidates well-formed codes in the memo; whether they were issued is not known yet
 * @param deliveryId the raw delivery that brought it; null for a line of a statement
 * @param receivedAt when that delivery's head, or the statement, arrived here
 */
public record PaymentFact(
        PaymentId id,
        PaymentKey key,
        String bankBin,
        TransactionNotice notice,
        Meaning meaning,
        List<ReferenceCode> candidates,
        @Nullable UUID deliveryId,
        Instant receivedAt) {

    /** By which of the two ways a bank tells us. */
    public enum Source {
        /** Pushed by the bank. */
        CALLBACK,
        /** Found in a statement, and nowhere before. */
        STATEMENT
    }

    /** Copies {@code candidates}. */
    public PaymentFact {
        candidates = List.copyOf(candidates);
    }

    /** The business day on which the bank booked it, in Asia/Ho_Chi_Minh. */
    public LocalDate businessDate() {
        return BusinessDay.of(notice.bookedAt());
    }

    /** Which way it came. */
    public Source source() {
        return deliveryId == null ? Source.STATEMENT : Source.CALLBACK;
    }

    AccountKey accountKey() {
        return new AccountKey(bankBin, notice.accountNumber());
    }

    Optional<AccountKey> virtualAccountKey() {
        return Optional.ofNullable(notice.virtualAccount()).map(number -> new AccountKey(bankBin, number));
    }

    /** What it is called whoever tells it; empty where the sender gives no trace. */
    public Optional<TraceKey> traceKey() {
        return Optional.ofNullable(notice.bankTrace())
                .map(trace -> new TraceKey(bankBin, notice.accountNumber(), trace, notice.amountVnd()));
    }

    /**
     * What one transfer is called whichever sender tells it, its return included.
     *
     * @param bankBin the bank of the account
     * @param accountNumber the account
     * @param bankTrace the transfer's number between the banks
     * @param amountVnd whole đồng
     */
    public record TraceKey(String bankBin, String accountNumber, String bankTrace, long amountVnd) {}

    /**
     * What one bank calls one transfer.
     *
     * @param bankCode the sender
     * @param bankReference the sender's unique id
     */
    public record PaymentKey(String bankCode, String bankReference) {}

    /** A hash of what a transfer means: account, amount, direction. 16 bytes of SHA-256. */
    public static final class Meaning {
        private static final int LENGTH_BYTES = 16;

        private final byte[] hash;

        private Meaning(byte[] hash) {
            this.hash = hash;
        }

        /** The meaning of {@code notice}. */
        public static Meaning of(TransactionNotice notice) {
            // U+0000 parts the members; the reader lets it into none of them.
            String text = notice.accountNumber() + '\0' + notice.amountVnd() + '\0' + notice.direction();
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return new Meaning(Arrays.copyOf(digest, LENGTH_BYTES));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        /** A meaning as the database keeps it. */
        public static Meaning fromBytes(byte[] hash) {
            return new Meaning(hash.clone());
        }

        /** A copy of the hash. */
        public byte[] toBytes() {
            return hash.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Meaning that && Arrays.equals(hash, that.hash);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(hash);
        }
    }
}
