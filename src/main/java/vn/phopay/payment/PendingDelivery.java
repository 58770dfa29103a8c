package vn.phopay.payment;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A delivery that waits until each of its facts has an outcome. Used by the writer's context only. */
final class PendingDelivery {
    private final Delivery delivery;
    private final @Nullable RecordOutcome[] outcomes;
    private final Promise<List<RecordOutcome>> promise = Promise.promise();
    private final @Nullable Context caller = Vertx.currentContext();
    private final Thread callerThread = Thread.currentThread();
    private int open;
    private boolean kept;

    PendingDelivery(Delivery delivery, int facts) {
        this.delivery = delivery;
        this.outcomes = new RecordOutcome[facts];
        this.open = facts;
    }

    Delivery delivery() {
        return delivery;
    }

    /** Whether a flush that committed has kept the raw delivery. */
    boolean isKept() {
        return kept;
    }

    void markKept() {
        kept = true;
    }

    /** Outcomes in the order of the facts, on the context of whoever submitted them. */
    Future<List<RecordOutcome>> future() {
        Context context = caller;
        if (context == null) {
            return promise.future();
        }
        Promise<List<RecordOutcome>> there = Promise.promise();
        promise.future().onComplete(result -> {
            if (Thread.currentThread() == callerThread) {
                there.handle(result);
            } else {
                context.runOnContext(ignored -> there.handle(result));
            }
        });
        return there.future();
    }

    void resolve(int index, RecordOutcome outcome) {
        outcomes[index] = outcome;
        open--;
        if (open == 0) {
            promise.tryComplete(Arrays.asList(outcomes));
        }
    }

    void fail(Throwable fault) {
        promise.tryFail(fault);
    }
}
