package vn.phopay.simulator;

import java.util.Arrays;
import java.util.Optional;

/** What goes wrong between a payer and us. */
public enum Fault {
    /** A transaction is told again, unchanged. */
    DUPLICATES("duplicates"),
    /** A transaction's id is told again with another amount. */
    CONFLICTS("conflicts"),
    /** An earlier credit is taken back. */
    REVERSALS("reversals"),
    /** The memo is wrapped, glued, cut or in lower case. */
    MANGLED("mangled"),
    /** Booked a day after its request expired; where the target names no expiry, told up to a day late. */
    LATE("late"),
    /** Paid to an account of nobody. */
    UNKNOWN("unknown");

    private final String word;

    Fault(String word) {
        this.word = word;
    }

    /** Its name in a fault plan. */
    public String word() {
        return word;
    }

    /** A memo can be mangled whatever else happens; of the other faults a transaction has one at most. */
    boolean isOfMemo() {
        return this == MANGLED;
    }

    static Optional<Fault> parse(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }
}
