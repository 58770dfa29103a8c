package vn.phopay.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.phopay.db.Sql;
import vn.phopay.time.BusinessDay;

/**
 * How many outlets looked at a code of their own within seven business days, today included. Counting walks over all
 * outlets of the districts, so what was counted is shown again for a minute, to staff of the same districts.
 */
public final class CheckedShare {
    /** How many business days back. */
    public static final int DAYS = 7;

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int KEPT_MAX = 200;
    private static final Sql COUNT = Sql.load("safety/count_checked_outlets");

    private final Clock clock;
    private final Map<Set<String>, Counted> districtsToCounted = new ConcurrentHashMap<>();

    /** Counts as of {@code clock}. */
    public CheckedShare(Clock clock) {
        this.clock = clock;
    }

    /** Outlets with a code that is good, and those of them that checked one. */
    public record Share(long outlets, long checked) {}

    private record Counted(Share share, Instant at) {}

    /** The share in {@code visibleDistricts} (empty: all), at most a minute old; fails only on a database fault. */
    public Future<Share> read(SqlClient client, Set<String> visibleDistricts) {
        Instant now = clock.instant();
        Counted kept = districtsToCounted.get(visibleDistricts);
        if (kept != null && Duration.between(kept.at(), now).abs().compareTo(KEPT) < 0) {
            return Future.succeededFuture(kept.share());
        }
        LocalDate since = BusinessDay.of(now).minusDays(DAYS - 1L);
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(TamperQueue.visible(visibleDistricts))
                .addLocalDate(since)
                .addOffsetDateTime(Moments.timestamp(now));
        return COUNT.execute(client, parameters).map(rows -> {
            Row row = rows.iterator().next();
            Share share = new Share(row.getLong("outlets"), row.getLong("checked"));
            keep(visibleDistricts, new Counted(share, now));
            return share;
        });
    }

    private void keep(Set<String> districts, Counted counted) {
        if (districtsToCounted.size() >= KEPT_MAX) {
            districtsToCounted.clear();
        }
        districtsToCounted.put(Set.copyOf(districts), counted);
    }
}
