package vn.phopay.concurrent;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/**
 * Runs straight-line work on virtual threads of one Vert.x context: the work may wait with {@code Future.await}. Of one
 * context's tasks one runs at a time, and another goes on while it waits; so after every wait assume the world changed.
 */
public final class VirtualThreads {
    private final Context context;

    private VirtualThreads(Context context) {
        this.context = context;
    }

    /** Opens a virtual-thread context; it lives as long as {@code vertx}. */
    public static Future<VirtualThreads> open(Vertx vertx) {
        Promise<VirtualThreads> opened = Promise.promise();
        AbstractVerticle holder = new AbstractVerticle() {
            @Override
            public void start() {
                opened.complete(new VirtualThreads(context));
            }
        };
        DeploymentOptions onVirtualThreads = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
        return vertx.deployVerticle(holder, onVirtualThreads).compose(id -> opened.future());
    }

    /** Runs {@code work} and completes with what it returns or throws, on the caller's context. */
    public <T> Future<T> call(Callable<T> work) {
        Context caller = Vertx.currentContext();
        Promise<T> promise = Promise.promise();
        context.runOnContext(ignored -> {
            try {
                promise.complete(work.call());
            } catch (Throwable thrown) {
                promise.fail(thrown);
            }
        });
        return caller == null ? promise.future() : onContext(caller, promise.future());
    }

    private static <T> Future<T> onContext(Context caller, Future<T> future) {
        Promise<T> there = Promise.promise();
        future.onComplete(result -> caller.runOnContext(ignored -> there.handle(result)));
        return there.future();
    }
}
