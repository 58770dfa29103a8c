package vn.phopay.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Does the same thing many times at once, from a common start. */
public final class AtOnce {
    private static final long TIMEOUT_SECONDS = 60;

    private AtOnce() {}

    /** Runs {@code work} for 0 to {@code times} - 1 at once and gives the results in that order. */
    public static <T> List<T> run(int times, IntFunction<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int index = i;
            tasks.add(() -> {
                start.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                return work.apply(index);
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks, TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
