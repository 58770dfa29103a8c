package vn.phopay.bank;

import java.util.List;
import vn.phopay.bank.Dialect.Fault;
import vn.phopay.identity.PaymentId;

/** What became of one call of a sender; each dialect has words of its own for it. */
public sealed interface DeliveryResult {
    /** Everything it told is committed; one entry a transaction, in the order sent, at least one. */
    record Recorded(List<Told> told) implements DeliveryResult {
        /** Copies {@code told}. */
        public Recorded {
            told = List.copyOf(told);
        }
    }

    /** It was signed and is kept, and it told of no payment: a probe, or an attempt that was not paid. */
    record Acknowledged() implements DeliveryResult {}

    /** It only tried the address out; nothing is kept. */
    record Pinged() implements DeliveryResult {}

    /** Its signature or token is missing, wrong or too old; nothing is kept. */
    record Refused() implements DeliveryResult {}

    /** Its signature holds, and it cannot be read; the raw delivery is kept. */
    record Unreadable(List<Fault> faults) implements DeliveryResult {
        /** Copies {@code faults}. */
        public Unreadable {
            faults = List.copyOf(faults);
        }
    }

    /** It is larger than we take; nothing is kept. */
    record TooLarge() implements DeliveryResult {}

    /** The sender is suspended; nothing is kept. */
    record Suspended() implements DeliveryResult {}

    /** No room or no database: nothing counts as kept, and the sender should send again. */
    record Unavailable() implements DeliveryResult {}

    /** A fault of ours; {@code faults} name transactions that were not recorded, where that is known. */
    record Failed(List<Fault> faults) implements DeliveryResult {
        /** Copies {@code faults}. */
        public Failed {
            faults = List.copyOf(faults);
        }
    }

    /** How a transaction compares with what was told before. */
    enum Novelty {
        /** It is new and was counted. */
        STORED,
        /** It was told before with the same meaning; nothing changed. */
        DUPLICATE,
        /** It was told before with another meaning; the first stays in force and a case is open. */
        CONFLICT
    }

    /**
     * One transaction that is committed.
     *
     * @param bankReference the sender's id of it
     * @param payment our id of the payment that is in force
     * @param outcome name of what it was matched with, such as {@code OUTLET}
     */
    record Told(String bankReference, Novelty novelty, PaymentId payment, String outcome) {}
}
