package vn.phopay.event;

import java.util.Arrays;

/** What happened to a payment. The words are those of webhooks. */
public enum EventKind {
    /** A credit was recorded as the merchant's. */
    RECEIVED("payment.received"),
    /** A payment was taken back by the payer's bank: the reversal itself, or a credit whose reversal came before it. */
    REVERSED("payment.reversed"),
    /** Staff, or better evidence, said that a payment is the merchant's, or another outlet's or request's of it. */
    ASSIGNED("payment.assigned"),
    /** Staff, or better evidence, said that a payment is not the merchant's after all. */
    UNASSIGNED("payment.unassigned"),
    /** A part or all of a payment was given back to its payer. */
    REFUNDED("payment.refunded");

    private final String word;

    EventKind(String word) {
        this.word = word;
    }

    /** The word in the database and in webhooks. */
    public String word() {
        return word;
    }

    /** The kind that {@code word} stands for; anything else in the database is a fault. */
    static EventKind of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind of event is called " + word));
    }
}
