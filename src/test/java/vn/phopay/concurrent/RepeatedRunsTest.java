package vn.phopay.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.TestPostgres;

class RepeatedRunsTest {
    private final VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));

    @Test
    void nextRunShouldComeWhenOneHasFailed() {
        AtomicInteger runs = new AtomicInteger();
        RepeatedRuns job = new RepeatedRuns("test", threads, stopped -> {
            if (runs.incrementAndGet() <= 2) {
                throw new IllegalStateException("run " + runs.get());
            }
        });
        job.start(TestPostgres.vertx(), runMs -> 1);
        Eventually.equal(true, () -> runs.get() > 4);
        await(job.stop());
        assertEquals(2, job.failures());
    }

    @Test
    void stopShouldTellTheRunInFlightAndWaitForIt() {
        Promise<Void> goOn = Promise.promise();
        AtomicBoolean told = new AtomicBoolean();
        AtomicInteger runs = new AtomicInteger();
        RepeatedRuns job = new RepeatedRuns("test", threads, stopped -> {
            runs.incrementAndGet();
            Future.await(goOn.future());
            told.set(stopped.getAsBoolean());
        });
        job.start(TestPostgres.vertx(), runMs -> 1);
        Eventually.equal(1, runs::get);
        Future<Void> ended = job.stop();
        assertFalse(ended.isComplete());
        goOn.complete();
        await(ended);
        assertTrue(told.get());
        assertEquals(1, runs.get(), "no further run begins");
    }

    @Test
    void restShouldFollowFromHowLongTheRunTook() {
        List<Long> asked = new CopyOnWriteArrayList<>();
        RepeatedRuns job = new RepeatedRuns("test", threads, stopped -> {});
        job.start(TestPostgres.vertx(), runMs -> {
            asked.add(runMs);
            return 1;
        });
        Eventually.equal(true, () -> asked.size() > 1);
        await(job.stop());
        assertEquals(0, job.failures());
        assertTrue(job.lastRunMs() >= 0);
    }
}
