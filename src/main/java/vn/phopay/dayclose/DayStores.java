package vn.phopay.dayclose;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;

/**
 * Where everything about days is kept.
 *
 * @param seals the chain
 * @param findings callbacks against statements
 * @param waivers in spite of what days were closed
 * @param days totals of days, sealed or not
 */
public record DayStores(SealStore seals, FindingStore findings, WaiverStore waivers, DayStore days) {
    /** New ones. */
    public static DayStores standard() {
        return new DayStores(new SealStore(), new FindingStore(), new WaiverStore(), new DayStore());
    }

    /** Where the chain goes on. */
    public Future<NextDay> nextDay(SqlClient client) {
        return seals.last(client).compose(end -> end.isPresent()
                ? Future.succeededFuture(new NextDay(end, Optional.empty()))
                : seals.firstDay(client).map(first -> new NextDay(end, first)));
    }
}
