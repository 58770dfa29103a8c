package vn.phopay.simulator.day;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits until something holds, looking every now and then. Blocks. */
final class Patience {
    private static final long LOOK_EVERY_MS = 250;

    private final Vertx vertx;

    Patience(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Whether {@code condition} came to hold within {@code limit}. */
    boolean until(BooleanSupplier condition, Duration limit) {
        long startedNanos = System.nanoTime();
        while (System.nanoTime() - startedNanos < limit.toNanos()) {
            if (condition.getAsBoolean()) {
                return true;
            }
            vertx.timer(LOOK_EVERY_MS, TimeUnit.MILLISECONDS).await();
        }
        return condition.getAsBoolean();
    }
}
