package vn.phopay.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a name, once for each attempt: what was looked at is what is connected to. */
@FunctionalInterface
public interface HostResolver {
    /** Addresses of {@code host}, a name or an address; fails where there are none. */
    Future<List<InetAddress>> resolve(String host);

    /** The system's resolver, on threads of its own, so that a slow name server holds nothing else up. */
    static HostResolver ofSystem(Vertx vertx, int lookUpsAtOnce) {
        WorkerExecutor threads = vertx.createSharedWorkerExecutor("webhook-names", lookUpsAtOnce);
        return host -> threads.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
    }
}
