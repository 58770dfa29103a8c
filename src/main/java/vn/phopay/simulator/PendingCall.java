package vn.phopay.simulator;

import io.vertx.core.buffer.Buffer;

/**
 * One call until it is acknowledged.
 *
 * @param name the bank's own name of it, the same at every repeat
 * @param body its bytes, the same at every repeat
 * @param transactions how many it holds
 * @param dueNanos when it was due first, by {@link System#nanoTime}
 * @param attempts how often it was sent
 */
record PendingCall(String name, Buffer body, int transactions, long dueNanos, int attempts) {
    private static final int DOUBLINGS_MAX = 5;

    PendingCall sentOnceMore() {
        return new PendingCall(name, body, transactions, dueNanos, attempts + 1);
    }

    /** The pause before the next attempt: {@code firstMs} doubled at each one, up to 32 times. */
    long pauseMs(long firstMs) {
        return firstMs << Math.min(attempts - 1, DOUBLINGS_MAX);
    }
}
