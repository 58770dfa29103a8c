package vn.phopay.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One read for all who wait, a new one for who comes after. */
final class SharedReadsTest {
    private final SharedReads<String, Integer> reads = new SharedReads<>();
    private final List<Promise<Integer>> started = new ArrayList<>();

    @Test
    void readShouldStartOnceWhenAskedTwiceAtOnceAndAgainWhenAskedLater() {
        Future<Integer> first = read();
        Future<Integer> second = read();
        assertEquals(1, started.size());

        started.get(0).complete(7);
        assertEquals(7, first.result());
        assertEquals(7, second.result());

        read();
        assertEquals(2, started.size());
    }

    @Test
    void readShouldStartAgainWhenTheLastOneFailed() {
        Future<Integer> first = read();
        started.get(0).fail(new IllegalStateException("no database"));
        assertTrue(first.failed());

        read();
        assertEquals(2, started.size());
    }

    private Future<Integer> read() {
        return reads.read("key", () -> {
            Promise<Integer> promise = Promise.promise();
            started.add(promise);
            return promise.future();
        });
    }
}
