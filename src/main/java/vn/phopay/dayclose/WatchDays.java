package vn.phopay.dayclose;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.phopay.time.BusinessDay;

/** Looks now and then at what waits to be closed, for the metrics. */
public final class WatchDays {
    private final DayStores stores;
    private final Pool pool;
    private final Clock clock;
    private volatile long unsealed;
    private volatile BigInteger driftVnd = BigInteger.ZERO;

    /** Reads from {@code stores} through {@code pool}; {@code clock} tells today. */
    public WatchDays(DayStores stores, Pool pool, Clock clock) {
        this.stores = stores;
        this.pool = pool;
        this.clock = clock;
    }

    /** Days that were over and not sealed when last looked at. */
    public long unsealed() {
        return unsealed;
    }

    /** The drift of the oldest of them, each difference as a positive number, in đồng. */
    public BigInteger driftVnd() {
        return driftVnd;
    }

    /** Looks once; fails only on a database fault, and then keeps what it saw before. */
    public Future<Void> look() {
        LocalDate today = BusinessDay.of(clock.instant());
        return stores.nextDay(pool).compose(next -> look(next.date().orElse(today), today));
    }

    private Future<Void> look(LocalDate oldest, LocalDate today) {
        if (!oldest.isBefore(today)) {
            unsealed = 0;
            driftVnd = BigInteger.ZERO;
            return Future.succeededFuture();
        }
        return stores.findings().find(pool, oldest, Long.MAX_VALUE).map(found -> {
            unsealed = ChronoUnit.DAYS.between(oldest, today);
            driftVnd = found.drift().absoluteVnd();
            return null;
        });
    }
}
