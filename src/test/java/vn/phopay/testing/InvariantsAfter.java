package vn.phopay.testing;

import io.vertx.sqlclient.SqlClient;
import java.util.List;
import vn.phopay.ops.InvariantResult;
import vn.phopay.ops.Invariants;

/** Fails a test class that leaves a database in which something does not hold that always must. */
public final class InvariantsAfter {
    private InvariantsAfter() {}

    /** Checks every invariant and fails with the offenders. */
    public static void check(SqlClient client) {
        List<InvariantResult> broken = TestPostgres.await(Invariants.check(client)).stream()
                .filter(result -> !result.holds())
                .toList();
        if (!broken.isEmpty()) {
            throw new AssertionError("broken invariants: " + broken);
        }
    }
}
