package vn.phopay.zone;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;

/**
 * Withdraws an exception: it stays on record and counts no more; the zone's spans are written anew in the same
 * transaction. Runs on a virtual thread.
 */
public final class WithdrawException {
    private static final Logger LOG = LoggerFactory.getLogger(WithdrawException.class);

    private final ZoneStore zones;
    private final WriteOpenSpans writeSpans;
    private final AuditLog audit;
    private final Clock clock;

    /** Writes into {@code zones} and tells {@code audit}. */
    public WithdrawException(ZoneStore zones, WriteOpenSpans writeSpans, AuditLog audit, Clock clock) {
        this.zones = zones;
        this.writeSpans = writeSpans;
        this.audit = audit;
        this.clock = clock;
    }

    /** Withdraws {@code exception}, {@code why}; false where it was withdrawn before. */
    public boolean withdraw(SqlConnection transaction, ZoneException exception, String why, AuditEntry.Actor actor) {
        await(writeSpans.lock(transaction));
        ZoneStore.Mark mark = new ZoneStore.Mark(clock.instant(), actor.requireId());
        if (!await(zones.withdraw(transaction, exception.id(), mark, why))) {
            return false;
        }
        int days = await(writeSpans.write(transaction, exception.zonePlaceId(), exception.during()));
        await(audit.record(transaction,
                AuditEntry.of(actor, "zone.exception.withdraw", "PLACE", exception.zonePlaceId())
                        .because(why)
                        .with("exceptionId", exception.id().toString())));
        LOG.info("event=zone_exception_withdrawn zone={} days={}", exception.zonePlaceId(), days);
        return true;
    }
}
