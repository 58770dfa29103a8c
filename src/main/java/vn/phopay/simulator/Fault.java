package vn.phopay.simulator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What goes wrong between a payer and us: on the way, with the memo, with the money, or in the bank's statement. */
public enum Fault {
    /** A transaction is told again, unchanged. */
    DUPLICATES,
    /** A transaction's id is told again with another amount. */
    CONFLICTS,
    /** An earlier credit is taken back. */
    REVERSALS,
    /** The memo is wrapped, glued, in lower case or stripped of its diacritics; its code can still be read. */
    MANGLED,
    /** Booked a day after its request expired; where the target names no expiry, told up to a day late. */
    LATE,
    /** Paid to an account of nobody. */
    UNKNOWN,
    /** The reversal is told before the credit that it takes back. */
    EARLY_REVERSALS,
    /** A reversal is told of a credit that never was. */
    LONE_REVERSALS,
    /** The memo ends inside the code. */
    CUT_MEMOS,
    /** The payer wrote no memo. */
    NO_MEMOS,
    /** Transferred at night, and booked by the bank in the statement of the next day. */
    NIGHT,
    /** The memo's code belongs to another merchant than the account. */
    WRONG_ACCOUNT,
    /** The memo names two codes of the merchant. */
    SEVERAL_CODES,
    /** A request is paid in parts that add up. */
    PARTIAL,
    /** A request is paid with too much. */
    OVERPAID,
    /** A request is paid with one đồng too little. */
    SHORT,
    /** Two senders tell of one transfer, with one trace. */
    TWINS,
    /** One sender tells of one transfer under two ids. */
    DOUBLE_IDS,
    /** Paid through a virtual account, without a code. */
    VIRTUAL,
    /** The callback never comes; only the statement tells. */
    LOST,
    /** The callback comes after the statement. */
    AFTER_STATEMENT,
    /** The sender's portal tests the address in between. */
    PROBES,
    /** A correctly signed call that cannot be read comes before the right one. */
    UNREADABLE,
    /** Somebody without the key tells first. */
    FORGED,
    /** A call signed too long ago comes before the right one. */
    STALE,
    /** The connection is cut when the call was sent, so that the sender never hears the answer and repeats. */
    SWALLOWED,
    /** Parts of one request are told in another order than booked. */
    DISORDER,
    /** The statement leaves the transfer out. */
    MISSING_LINES,
    /** The transfer stands in the statement of the next day only. */
    LATE_LINES,
    /** The statement names another amount. */
    WRONG_LINES,
    /** The statement has the line twice. */
    DOUBLE_LINES,
    /** A notice (camt.054) tells of it before the statement does. */
    NOTICES,
    /** The whole statement is uploaded a second time. */
    DOUBLE_STATEMENTS,
    /** A number is missing in the sequence of the account's statements. */
    GAPS,
    /** The line stands in one booking with others. */
    BATCHES;

    /** Those that one bank's endless stream of callbacks can have. */
    public static final Set<Fault> OF_STREAM =
            Set.copyOf(EnumSet.of(DUPLICATES, CONFLICTS, REVERSALS, MANGLED, LATE, UNKNOWN));

    /** Its name in a fault plan. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A memo can be mangled whatever else happens; of the other faults a transaction has one at most. */
    boolean isOfMemo() {
        return this == MANGLED;
    }

    static Optional<Fault> parse(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }
}
