package vn.phopay.simulator.day;

import java.util.List;
import vn.phopay.simulator.day.Town.Bank;
import vn.phopay.simulator.sender.Movement;

/**
 * Calls that must come one after the other; errands know nothing of each other and run at once.
 *
 * @param when which part of the days they belong to
 * @param steps the calls in their order
 */
record Errand(When when, List<Step> steps) {
    /** Copies the steps. */
    Errand {
        steps = List.copyOf(steps);
    }

    /** When it runs. */
    enum When {
        /** While the day goes on. */
        BY_DAY,
        /** The next morning, when the statement has come. */
        AFTER_STATEMENT
    }

    /**
     * One call.
     *
     * @param bank who tells
     * @param movements what is told, at least one
     * @param manner how
     */
    record Step(Bank bank, List<Movement> movements, Manner manner) {
        static Step plain(Bank bank, Movement movement) {
            return new Step(bank, List.of(movement), Manner.PLAIN);
        }
    }

    /** How a call goes. */
    enum Manner {
        /** As it should; told again until it is taken. */
        PLAIN,
        /** Signed without the secret: must be refused. */
        FORGED,
        /** Signed too long ago: must be refused. */
        STALE,
        /** Signed well, and unreadable: must not be taken for a payment. */
        UNREADABLE,
        /** A portal's test of the address. */
        PROBE,
        /** The connection breaks when the call was sent; then told again until it is taken. */
        CUT
    }
}
