package vn.phopay.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks again until the answer is the one waited for: for what another process does in its own time. The limit is for
 * what never comes; a machine that is busy with other things may take most of it.
 */
public final class Eventually {
    private static final long TIMEOUT_SECONDS = 90;
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    private static final Executor SOON = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);

    private Eventually() {}

    /** Reads by {@code read} until {@code done} holds, and gives what was read; fails after 90 seconds. */
    public static <T> T until(Supplier<T> read, Predicate<T> done) {
        long deadline = System.nanoTime() + TIMEOUT_NS;
        T last = read.get();
        while (!done.test(last)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("after " + TIMEOUT_SECONDS + " s it is still " + last);
            }
            last = CompletableFuture.supplyAsync(read, SOON).join();
        }
        return last;
    }

    /** Reads until it is {@code expected}. */
    public static <T> void equal(T expected, Supplier<T> read) {
        try {
            until(read, expected::equals);
        } catch (AssertionError late) {
            throw new AssertionError("expected " + expected + ", but " + late.getMessage(), late);
        }
    }
}
