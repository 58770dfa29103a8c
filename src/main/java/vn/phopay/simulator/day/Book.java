package vn.phopay.simulator.day;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.phopay.simulator.day.Town.Bank;
import vn.phopay.simulator.sender.Movement;

/** What the bank's own books say of each account, and how its statements will tell it. */
final class Book {
    private final Map<String, Account> accountToBook = new LinkedHashMap<>();

    /**
     * One movement as a statement tells it.
     *
     * @param movement what moved
     * @param amountVnd what the statement says that it was
     * @param batched stands in one booking with its neighbours
     * @param doubled stands there twice
     */
    record Line(Movement movement, long amountVnd, boolean batched, boolean doubled) {
        static Line of(Movement movement) {
            return new Line(movement, movement.amountVnd(), false, false);
        }

        /** Credits positive. */
        long signedVnd() {
            return (movement.isCredit() ? amountVnd : -amountVnd) * (doubled ? 2 : 1);
        }
    }

    /** An account's two days. */
    static final class Account {
        private final String number;
        private final Bank bank;
        private final List<Line> today = new ArrayList<>();
        private final List<Line> tomorrow = new ArrayList<>();
        private final List<Movement> notices = new ArrayList<>();
        private boolean gap;
        private boolean twice;

        private Account(String number, Bank bank) {
            this.number = number;
            this.bank = bank;
        }

        String number() {
            return number;
        }

        Bank bank() {
            return bank;
        }

        List<Line> today() {
            return today;
        }

        List<Line> tomorrow() {
            return tomorrow;
        }

        List<Movement> notices() {
            return notices;
        }

        /** Whether tomorrow's statement skips a number. */
        boolean hasGap() {
            return gap;
        }

        /** Whether today's statement comes a second time. */
        boolean isTwice() {
            return twice;
        }

        void skipNumber() {
            gap = true;
        }

        void tellTwice() {
            twice = true;
        }
    }

    /** The account's book, opened where it is new. */
    Account of(Bank bank, String number) {
        return accountToBook.computeIfAbsent(number, key -> new Account(key, bank));
    }

    Collection<Account> accounts() {
        return accountToBook.values();
    }
}
