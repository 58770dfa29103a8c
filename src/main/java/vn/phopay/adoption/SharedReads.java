package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets those who ask the same while it is being read wait for that one read, so that reads over all outlets do not
 * multiply with viewers. Nothing is kept after a read has ended: an answer is never older than the time it took.
 */
final class SharedReads<K, V> {
    private final ConcurrentMap<K, Future<V>> keyToRead = new ConcurrentHashMap<>();

    Future<V> read(K key, Supplier<Future<V>> reader) {
        Promise<V> mine = Promise.promise();
        Future<V> running = keyToRead.putIfAbsent(key, mine.future());
        if (running != null) {
            return running;
        }
        reader.get().onComplete(result -> {
            keyToRead.remove(key);
            mine.handle(result);
        });
        return mine.future();
    }
}
