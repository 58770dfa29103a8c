package vn.phopay.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import vn.phopay.simulator.SimulatedTransaction.Payment;

/**
 * An endless stream of transactions to given targets with given faults. The same seed, plan and targets give the same
 * ids, accounts, amounts and memos in the same order; only the times follow the clock. Used by one thread at a time.
 */
public final class TransactionStream {
    private static final int HISTORY_MAX = 10_000;
    private static final int RADIX = 36;
    private static final long UNIT_VND = 1_000;
    private static final int AMOUNT_UNITS_MIN = 10;
    private static final int AMOUNT_FACTOR = 25;
    private static final int ACCOUNT_DIGITS = 10;
    private static final long SEEDS = 9_000;
    private static final long NUMBERS_A_SEED = 1_000_000_000;
    private static final int DAY_MINUTES = 24 * 60;

    private final Random random;
    private final FaultPlan plan;
    private final String referencePrefix;
    private final long firstNumber;
    private final List<SimulatedTransaction> history = new ArrayList<>();
    private volatile List<Target> targets;
    private long serial;

    /** A stream to {@code targets}, at least one. */
    public TransactionStream(long seed, FaultPlan plan, List<Target> targets) {
        this.random = new Random(seed);
        this.plan = plan;
        this.firstNumber = (Math.floorMod(seed, SEEDS) + 1_000) * NUMBERS_A_SEED;
        this.referencePrefix = "SIM" + Long.toUnsignedString(seed, RADIX).toUpperCase(Locale.ROOT) + 'N';
        this.targets = checked(targets);
    }

    /** Pays {@code others} from the next transaction on; may be called from any thread. */
    public void payTo(List<Target> others) {
        targets = checked(others);
    }

    private static List<Target> checked(List<Target> targets) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a stream needs somebody to pay");
        }
        return List.copyOf(targets);
    }

    /** The next transaction, told at {@code now}. */
    SimulatedTransaction next(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Optional<Fault> fault = plan.draw(random);
        boolean repeats = fault.filter(TransactionStream::needsHistory).isPresent();
        if (repeats && history.isEmpty()) {
            return remember(credit(second));
        }
        // A mangled memo may stand on any credit, so it is drawn there; here it means an ordinary one.
        return switch (fault.orElse(Fault.MANGLED)) {
            case DUPLICATES -> history.get(random.nextInt(history.size()));
            case CONFLICTS -> conflict(history.get(random.nextInt(history.size())));
            case REVERSALS -> take(random.nextInt(history.size())).reversedBy(reference(), number(), second);
            case LATE -> remember(late(second));
            case UNKNOWN -> remember(pay(stranger(), second));
            default -> remember(credit(second));
        };
    }

    private static boolean needsHistory(Fault fault) {
        return fault == Fault.DUPLICATES || fault == Fault.CONFLICTS || fault == Fault.REVERSALS;
    }

    private SimulatedTransaction conflict(SimulatedTransaction earlier) {
        return earlier.withAmount(earlier.notice().amountVnd() + UNIT_VND);
    }

    private SimulatedTransaction credit(Instant bookedAt) {
        return pay(target(), bookedAt);
    }

    private SimulatedTransaction late(Instant now) {
        Target target = target();
        Duration delay = Duration.ofMinutes(1 + random.nextInt(DAY_MINUTES));
        Instant expiresAt = target.expiresAt();
        return pay(target, expiresAt == null ? now.minus(delay) : expiresAt.plus(1, ChronoUnit.DAYS));
    }

    private Target target() {
        List<Target> known = targets;
        return known.get(random.nextInt(known.size()));
    }

    private Target stranger() {
        return new Target("80" + Memos.digits(ACCOUNT_DIGITS, random), null, null, null);
    }

    private SimulatedTransaction pay(Target target, Instant bookedAt) {
        Long fixed = target.amountVnd();
        long anyAmount = UNIT_VND
                * (AMOUNT_UNITS_MIN + (long) random.nextInt(AMOUNT_FACTOR) * random.nextInt(AMOUNT_FACTOR));
        String memo = memo(target);
        return SimulatedTransaction.credit(new Payment(reference(), number(), target.accountNumber(),
                fixed == null ? anyAmount : fixed, memo, Memos.digits(ACCOUNT_DIGITS, random)), bookedAt);
    }

    private String memo(Target target) {
        boolean mangled = plan.drawMangled(random);
        String code = target.code();
        if (code == null) {
            return Memos.withoutCode(random);
        }
        return mangled ? Memos.mangled(code, random) : Memos.around(code, random);
    }

    private String reference() {
        serial++;
        return referencePrefix + serial;
    }

    /** The reference's own number, for dialects that have numbers only; other seeds, other numbers. */
    private long number() {
        return firstNumber + serial;
    }

    private SimulatedTransaction remember(SimulatedTransaction transaction) {
        if (history.size() < HISTORY_MAX) {
            history.add(transaction);
        } else {
            history.set(random.nextInt(HISTORY_MAX), transaction);
        }
        return transaction;
    }

    private SimulatedTransaction take(int index) {
        SimulatedTransaction last = history.removeLast();
        return index == history.size() ? last : history.set(index, last);
    }
}
