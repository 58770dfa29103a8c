package vn.phopay.web.scan;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import vn.phopay.qr.QrPicture;

/** Reads uploaded pictures on worker threads of its own, a few at a time; past a bound of waiting ones it refuses. */
public final class ReadPicture {
    private static final int AT_ONCE = 2;
    private static final int WAITING_MAX = 8;

    private final WorkerExecutor workers;
    private final AtomicInteger admitted = new AtomicInteger();

    /** Reads on threads that end with {@code vertx}. */
    public ReadPicture(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("phopay-pictures-" + System.identityHashCode(this), AT_ONCE);
    }

    /** What the picture holds; empty where too many wait already and nothing was done. Fails only on a fault. */
    public Future<Optional<QrPicture.Outcome>> read(Buffer file) {
        if (admitted.incrementAndGet() > AT_ONCE + WAITING_MAX) {
            admitted.decrementAndGet();
            return Future.succeededFuture(Optional.empty());
        }
        Callable<Optional<QrPicture.Outcome>> work = () -> Optional.of(QrPicture.read(file.getBytes()));
        return workers.executeBlocking(work, false).onComplete(done -> admitted.decrementAndGet());
    }
}
