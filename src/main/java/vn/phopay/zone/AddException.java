package vn.phopay.zone;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;

/**
 * Records that a zone is closed or open on one occasion, once by its id, and writes the open spans anew in the same
 * transaction. Runs on a virtual thread.
 */
public final class AddException {
    /** The longest exception. */
    public static final Duration LASTS_MAX = Duration.ofDays(92);
    /** How far ahead one may end. */
    public static final Duration AHEAD_MAX = Duration.ofDays(400);
    /** Longest reason and source, in characters. */
    public static final int TEXT_LENGTH_MAX = 300;

    private static final Logger LOG = LoggerFactory.getLogger(AddException.class);

    private final ZoneStore zones;
    private final WriteOpenSpans writeSpans;
    private final AuditLog audit;
    private final Clock clock;

    /** Records in {@code zones} and tells {@code audit}. */
    public AddException(ZoneStore zones, WriteOpenSpans writeSpans, AuditLog audit, Clock clock) {
        this.zones = zones;
        this.writeSpans = writeSpans;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome permits Added, ThereBefore, TooLong, TooFar, Overlaps {}

    /** It stands once the transaction commits; so many days have other hours now. */
    public record Added(int days) implements Outcome {}

    /** It was recorded before under this id; nothing changed. */
    public record ThereBefore() implements Outcome {}

    /** It lasts longer than {@link #LASTS_MAX}. */
    public record TooLong() implements Outcome {}

    /** It starts before hours are kept, or ends later than {@link #AHEAD_MAX} from now. */
    public record TooFar() implements Outcome {}

    /** Another one that stands holds some of its time. */
    public record Overlaps(ZoneException other) implements Outcome {}

    /** Writes through {@code transaction}. */
    public Outcome add(SqlConnection transaction, ZoneException exception, AuditEntry.Actor actor) {
        Instant now = clock.instant();
        OpenSpan during = exception.during();
        if (Duration.between(during.opensAt(), during.closesAt()).compareTo(LASTS_MAX) > 0) {
            return new TooLong();
        }
        if (during.closesAt().isAfter(now.plus(AHEAD_MAX)) || !WriteOpenSpans.keeps(during.opensAt())) {
            return new TooFar();
        }
        await(writeSpans.lock(transaction));
        if (await(zones.exception(transaction, exception.id())).isPresent()) {
            return new ThereBefore();
        }
        Optional<ZoneException> other = await(zones.exceptions(transaction, exception.zonePlaceId())).stream()
                .filter(one -> one.stands() && one.during().touches(during))
                .findFirst();
        if (other.isPresent()) {
            return new Overlaps(other.get());
        }
        await(zones.add(transaction, exception, new ZoneStore.Mark(now, actor.requireId())));
        int days = await(writeSpans.write(transaction, exception.zonePlaceId(), during));
        await(audit.record(transaction,
                AuditEntry.of(actor, "zone.exception.add", "PLACE", exception.zonePlaceId())
                        .because(exception.reason())
                        .with("exceptionId", exception.id().toString())
                        .with("kind", exception.kind().name())
                        .with("from", during.opensAt().toString())
                        .with("to", during.closesAt().toString())));
        LOG.info("event=zone_exception_added zone={} kind={} days={}", exception.zonePlaceId(), exception.kind(), days);
        return new Added(days);
    }
}
