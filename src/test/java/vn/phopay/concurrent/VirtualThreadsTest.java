package vn.phopay.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.phopay.testing.TestPostgres;

/** Work that computes for long holds up nobody whose work runs in another context. */
class VirtualThreadsTest {
    private static final long TIMEOUT_S = 10;

    @Test
    void callShouldGoOnWhenWorkOfAnotherContextDoesNotWait() {
        VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx(), 2));
        CountDownLatch others = new CountDownLatch(1);
        // It never gives its context back meanwhile, as a computation does not.
        Future<Boolean> computing = threads.call(() -> others.await(TIMEOUT_S, TimeUnit.SECONDS));
        Future<Integer> page = threads.call(() -> {
            others.countDown();
            return 200;
        });
        assertTrue(await(computing), "the page waited for the computation");
        assertEquals(200, await(page));
    }
}
