package vn.phopay.figure;

import io.vertx.sqlclient.SqlConnection;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** What releases ask of the live figures of months that were published. */
@FunctionalInterface
public interface ReleasedMonths {
    /** Nothing was ever published. */
    ReleasedMonths NONE = (connection, month) -> Optional.empty();

    /**
     * The ids of the scopes whose money of {@code month} outsiders must not see as it is now, next to all that was
     * published of it; empty where nothing was. Waits on futures: call it on a virtual thread.
     */
    Optional<Set<String>> withheld(SqlConnection connection, YearMonth month);
}
