package vn.phopay.city;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.phopay.db.Sql;

/**
 * How many transfers came in the last {@link #MINUTES} minutes, minute by minute. Minutes that are over do not change
 * any more, so they are counted once and remembered; a look reads the running minute and what nobody has looked at
 * yet.
 */
public final class ReadPulse {
    /** So many minutes are told, the running one included. */
    public static final int MINUTES = 20;

    private static final Sql COUNT_MINUTES = Sql.load("city/count_minutes");
    /** What a writer may still hold when a minute ends. */
    private static final Duration SETTLES_IN = Duration.ofSeconds(10);
    private static final Duration ID_SKEW = Duration.ofSeconds(30);
    private static final long UUID_VERSION_7 = 0x7000L;
    private static final int UUID_TIME_SHIFT = 16;
    private static final long UUID_VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final Map<Instant, Long> minuteToPayments = new ConcurrentHashMap<>();

    /** Counts up to now by {@code clock}. */
    public ReadPulse(Clock clock) {
        this.clock = clock;
    }

    /**
     * A minute.
     *
     * @param from its start
     * @param payments transfers that came in it
     */
    public record Minute(Instant from, long payments) {}

    /** The last minutes, the running one last. Fails only on a database fault. */
    public Future<List<Minute>> read(SqlClient client) {
        Instant now = clock.instant();
        Instant running = now.truncatedTo(ChronoUnit.MINUTES);
        Instant first = running.minus(MINUTES - 1L, ChronoUnit.MINUTES);
        minuteToPayments.keySet().removeIf(minute -> minute.isBefore(first));
        Instant from = first;
        while (from.isBefore(running) && minuteToPayments.containsKey(from)) {
            from = from.plus(1, ChronoUnit.MINUTES);
        }
        Instant counted = from;
        Tuple range = Tuple.of(
                oldestId(counted.minus(ID_SKEW)), utc(counted), utc(running.plus(1, ChronoUnit.MINUTES)));
        return COUNT_MINUTES.execute(client, range).map(rows -> {
            Map<Instant, Long> fresh = new HashMap<>();
            rows.forEach(row -> fresh.put(
                    row.getOffsetDateTime("minute").toInstant(), row.getLong("payments")));
            return minutes(first, running, fresh, now);
        });
    }

    private List<Minute> minutes(Instant first, Instant running, Map<Instant, Long> fresh, Instant now) {
        List<Minute> minutes = new ArrayList<>();
        for (Instant at = first; !at.isAfter(running); at = at.plus(1, ChronoUnit.MINUTES)) {
            Long known = minuteToPayments.get(at);
            long payments = known == null ? fresh.getOrDefault(at, 0L) : known;
            minutes.add(new Minute(at, payments));
            if (at.plus(1, ChronoUnit.MINUTES).plus(SETTLES_IN).isBefore(now)) {
                minuteToPayments.put(at, payments);
            }
        }
        return minutes;
    }

    /** The least UUIDv7 of a moment (RFC 9562 section 5.7). */
    private static UUID oldestId(Instant moment) {
        return new UUID(moment.toEpochMilli() << UUID_TIME_SHIFT | UUID_VERSION_7, UUID_VARIANT);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
