package vn.phopay.simulator;

import java.util.List;
import vn.phopay.simulator.sender.Movement;

/**
 * One call until it is acknowledged.
 *
 * @param movements what it tells, the same at every repeat
 * @param dueNanos when it was due first, by {@link System#nanoTime}
 * @param attempts how often it was sent
 */
record PendingCall(List<Movement> movements, long dueNanos, int attempts) {
    private static final int DOUBLINGS_MAX = 5;

    PendingCall {
        movements = List.copyOf(movements);
    }

    int transactions() {
        return movements.size();
    }

    PendingCall sentOnceMore() {
        return new PendingCall(movements, dueNanos, attempts + 1);
    }

    /** The pause before the next attempt: {@code firstMs} doubled at each one, up to 32 times. */
    long pauseMs(long firstMs) {
        return firstMs << Math.min(attempts - 1, DOUBLINGS_MAX);
    }
}
