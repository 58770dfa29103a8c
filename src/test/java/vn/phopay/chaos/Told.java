package vn.phopay.chaos;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.phopay.chaos.ChaosTown.Bank;
import vn.phopay.simulator.sender.Answer;
import vn.phopay.simulator.sender.Movement;
import vn.phopay.simulator.sender.Verdict;

/** One movement of money that a bank tells until it hears that it was taken, and what it heard. */
final class Told {
    private static final Pattern PAYMENT_ID = Pattern.compile("pay_[0-9a-z]{26}");

    private final Bank bank;
    private final Movement movement;
    private final AtomicReference<String> paymentId = new AtomicReference<>("");
    private volatile boolean taken;

    Told(Bank bank, Movement movement) {
        this.bank = bank;
        this.movement = movement;
    }

    /** Who tells it. */
    Bank bank() {
        return bank;
    }

    /** What it tells. */
    Movement movement() {
        return movement;
    }

    /** Whether the sender heard that it was taken: it must never be lost then. */
    boolean isTaken() {
        return taken;
    }

    /** By which the service knows it. */
    String key() {
        return bank.code() + ' ' + bank.sender().idOf(movement);
    }

    /** What the payment must be, once it is recorded. */
    String meaning() {
        return (movement.isCredit() ? "CREDIT " : "DEBIT ") + movement.amountVnd();
    }

    /** The payment that the answers named; empty for dialects whose answers name none. */
    String paymentId() {
        return paymentId.get();
    }

    /** Hears one answer, and gives whether this very answer says taken; what is wrong with it goes to complaints. */
    boolean hear(Answer answer, Consumer<String> complaints) {
        Verdict verdict = bank.sender().judge(answer);
        if (verdict == Verdict.GIVEN_UP) {
            complaints.accept(key() + " would be told no more after " + answer.status() + ' ' + answer.body());
            return false;
        }
        if (verdict == Verdict.AGAIN) {
            return false;
        }
        taken = true;
        Matcher named = PAYMENT_ID.matcher(answer.body());
        if (named.find() && !paymentId.compareAndSet("", named.group())
                && !paymentId.get().equals(named.group())) {
            complaints.accept(key() + " is " + paymentId.get() + " and " + named.group());
        }
        return true;
    }
}
