package vn.phopay.payment;

import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.payment.PaymentFact.PaymentKey;
import vn.phopay.payment.PaymentFact.Source;

/**
 * One piece of evidence about one transfer of one amount to one account. Facts are told apart by who tells them and
 * under which name, so that a repeat is the same fact. What a sender tells of a known reference with another meaning is
 * no fact: the first stays and a person looks at it.
 */
public sealed interface TransferFact {
    /**
     * A callback or a statement line.
     *
     * @param key what its sender calls it
     * @param direction which way
     * @param reversalOf the reference, of the same sender, that a debit takes back; a debit without repeats the trace
     * @param source by callback or by statement; both are one fact
     * @param claim whose a credit says it is
     */
    record Told(
            PaymentKey key, Direction direction, @Nullable String reversalOf, Source source, Evidence claim)
            implements TransferFact {}

    /**
     * Whose a credit says it is.
     *
     * @param strength how much that says; 0 for nothing
     * @param whose the payee
     */
    record Evidence(int strength, Attribution whose) {
        /** Of a fact that does not say whose the money is. */
        public static final Evidence NONE = new Evidence(0, Attribution.NONE);
    }

    /** The merchant gave a part back. */
    record GivenBack(String key, long amountVnd) implements TransferFact {}

    /** A person decided whose it is, for the {@code sequence}-th time. */
    record Assigned(int sequence, Attribution whose) implements TransferFact {}

    /** A person accepted it as it is. */
    record Accepted(String key) implements TransferFact {}
}
