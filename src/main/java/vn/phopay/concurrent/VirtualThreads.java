package vn.phopay.concurrent;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Runs straight-line work on virtual threads of one or several Vert.x contexts: the work may wait with
 * {@code Future.await}. Of one context's tasks one runs at a time, and another goes on while it waits; so after every
 * wait assume the world changed. Tasks of different contexts run side by side, and which one a task gets is chance:
 * what tasks share must be safe for several threads.
 */
public final class VirtualThreads {
    private final List<Context> contexts;
    private final AtomicInteger calls = new AtomicInteger();

    private VirtualThreads(List<Context> contexts) {
        this.contexts = List.copyOf(contexts);
    }

    /** Opens one virtual-thread context; it lives as long as {@code vertx}. */
    public static Future<VirtualThreads> open(Vertx vertx) {
        return open(vertx, 1);
    }

    /** Opens {@code contexts} virtual-thread contexts: so many tasks compute at once, and any number waits. */
    public static Future<VirtualThreads> open(Vertx vertx, int contexts) {
        List<Future<Context>> opening = Stream.generate(() -> context(vertx)).limit(contexts).toList();
        return Future.all(opening).map(all -> new VirtualThreads(opening.stream().map(Future::result).toList()));
    }

    private static Future<Context> context(Vertx vertx) {
        Promise<Context> opened = Promise.promise();
        AbstractVerticle holder = new AbstractVerticle() {
            @Override
            public void start() {
                opened.complete(context);
            }
        };
        DeploymentOptions onVirtualThreads = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
        return vertx.deployVerticle(holder, onVirtualThreads).compose(id -> opened.future());
    }

    /** Runs {@code work} and completes with what it returns or throws, on the caller's context. */
    public <T> Future<T> call(Callable<T> work) {
        Context caller = Vertx.currentContext();
        Promise<T> promise = Promise.promise();
        next().runOnContext(ignored -> {
            try {
                promise.complete(work.call());
            } catch (Throwable thrown) {
                promise.fail(thrown);
            }
        });
        return caller == null ? promise.future() : onContext(caller, promise.future());
    }

    private Context next() {
        return contexts.get(Math.floorMod(calls.getAndIncrement(), contexts.size()));
    }

    private static <T> Future<T> onContext(Context caller, Future<T> future) {
        Promise<T> there = Promise.promise();
        future.onComplete(result -> caller.runOnContext(ignored -> there.handle(result)));
        return there.future();
    }
}
