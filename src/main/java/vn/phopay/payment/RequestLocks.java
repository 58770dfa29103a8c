package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;

/** Holds payment requests as the writer of callbacks does: who adds up or changes their payments waits. */
final class RequestLocks {
    private static final Sql LOCK = Sql.load("payment/lock_requests_by_id");

    /** Holds those of {@code requests} that are not null until {@code transaction} ends. */
    Future<Void> lock(SqlConnection transaction, @Nullable UUID... requests) {
        UUID[] named = Arrays.stream(requests).filter(Objects::nonNull).distinct().toArray(UUID[]::new);
        return named.length == 0
                ? Future.succeededFuture()
                : LOCK.execute(transaction, Tuple.tuple().addArrayOfUUID(named)).mapEmpty();
    }
}
