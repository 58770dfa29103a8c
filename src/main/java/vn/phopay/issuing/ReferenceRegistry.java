package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.random.RandomGenerator;
import vn.phopay.db.Sql;
import vn.phopay.payment.ReferenceCode;

/**
 * Gives out references, each once for ever: draws at random and lets the constraint {@code reference_pk} decide. A
 * collision costs one more draw and leaves the transaction whole, since the insert does nothing instead of failing.
 */
public final class ReferenceRegistry {
    /** Draws for one reference. Of 2^40 codes, ten million given out, five misses in a row come once in 10^25. */
    static final int DRAWS_MAX = 5;

    private static final Sql INSERT = Sql.load("issuing/insert_reference");

    private final RandomGenerator random;

    /** Draws from {@code random}, which must be safe for threads and hard to guess ({@code SecureRandom}). */
    public ReferenceRegistry(RandomGenerator random) {
        this.random = random;
    }

    /** A reference nobody has had; it belongs to {@code target} once {@code transaction} commits. */
    Future<ReferenceCode> claim(SqlClient transaction, CodeTarget target, Instant now) {
        return claim(transaction, target, now, 1);
    }

    private Future<ReferenceCode> claim(SqlClient transaction, CodeTarget target, Instant now, int draw) {
        ReferenceCode code = ReferenceCode.draw(random);
        Tuple parameters = Tuple.of(code.value(), target.merchant().value(), target.outlet().value());
        parameters.addUUID(target.qrId()).addUUID(target.paymentRequestId()).addOffsetDateTime(Rows.timestamp(now));
        return INSERT.execute(transaction, parameters).compose(rows -> {
            if (rows.rowCount() == 1) {
                return Future.succeededFuture(code);
            }
            return draw < DRAWS_MAX
                    ? claim(transaction, target, now, draw + 1)
                    : Future.failedFuture(new IllegalStateException("no free reference in " + DRAWS_MAX + " draws"));
        });
    }
}
