package vn.phopay.http.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.phopay.http.BodyStream;

/** The order of writing and looking, with a disk whose writes end when the test says so. */
class SpoolBodyTest {
    private final List<Promise<Void>> writes = new ArrayList<>();
    private final Map<String, Handler<Object>> handlers = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private boolean queueFull;

    @Test
    void receiveShouldLookAtAShortBodyOnlyWhenItIsWritten() {
        AtomicBoolean looked = new AtomicBoolean();
        Future<SpoolBody.Spooled> spooled = receive(() -> {
            looked.set(true);
            return Future.succeededFuture();
        });
        handlers.get("handler").handle(Buffer.buffer("<Document/>"));
        handlers.get("endHandler").handle(null);

        assertFalse(looked.get(), "nothing stands in the file yet");
        writes.getFirst().complete();
        assertTrue(looked.get());
        assertEquals(11, spooled.result().sizeBytes());
    }

    @Test
    void receiveShouldTakeNothingWhileItLooksAlsoWhenTheDiskDrains() {
        Promise<Void> look = Promise.promise();
        receive(look::future);
        queueFull = true;
        handlers.get("handler").handle(Buffer.buffer("x"));
        handlers.get("handler").handle(Buffer.buffer(" ".repeat(SpoolBody.LOOK_BYTES)));
        calls.clear();
        handlers.get("drainHandler").handle(null);
        assertEquals(List.of(), calls, "the beginning is being looked at");

        writes.forEach(Promise::complete);
        look.complete();
        assertEquals(List.of("resume"), calls);
    }

    private Future<SpoolBody.Spooled> receive(Supplier<Future<Void>> look) {
        HttpServerRequest request = standIn(HttpServerRequest.class);
        return SpoolBody.receive(new BodyStream(request), standIn(AsyncFile.class), 1L << 30, look);
    }

    /** Keeps handlers, notes pauses, and lets writes wait; everything else is nothing. */
    private <T> T standIn(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) ->
                switch (method.getName()) {
                    case "handler", "endHandler", "drainHandler", "exceptionHandler" ->
                            keep(method.getName(), given, proxy);
                    case "pause", "resume" -> {
                        calls.add(method.getName());
                        yield proxy;
                    }
                    case "write" -> {
                        writes.add(Promise.promise());
                        yield writes.getLast().future();
                    }
                    case "flush", "close" -> Future.succeededFuture();
                    case "writeQueueFull" -> queueFull;
                    default -> null;
                }));
    }

    @SuppressWarnings("unchecked")
    private Object keep(String name, Object[] given, Object proxy) {
        handlers.put(name, (Handler<Object>) given[0]);
        return proxy;
    }
}
