package vn.phopay.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;
import vn.phopay.reconciliation.CaseStatus;

/**
 * What the safety desk has to do, and how it does. Staff limited to districts see reports of those. Takes no locks;
 * every future fails only on a database fault.
 */
public final class TamperQueue {
    /** A report is to come to its end within this time: a shop cannot take money under its code so long. */
    public static final Duration TARGET = Duration.ofHours(4);
    /** What was decided is counted so far back. */
    public static final Duration COUNTED = Duration.ofDays(30);

    private static final Sql LIST = Sql.load("safety/list_desk_cases");
    private static final Sql COUNT = Sql.load("safety/count_desk_cases");

    private final Clock clock;

    /** Counts as of {@code clock}. */
    public TamperQueue(Clock clock) {
        this.clock = clock;
    }

    /**
     * A case of reports.
     *
     * @param id the case
     * @param status where it stands
     * @param openedAt when the first report came
     * @param resolvedAt when it ended
     * @param place where: outlet and shop, or the words of the report
     * @param districtCode the district
     * @param told how much was reported
     * @param confirmed whether it was true, once that is decided
     */
    public record Item(
            CaseId id,
            CaseStatus status,
            Instant openedAt,
            Optional<Instant> resolvedAt,
            String place,
            String districtCode,
            Told told,
            Optional<Boolean> confirmed) {}

    /** How many reports there are, and how many photos. */
    public record Told(long reports, long photos) {}

    /** A page, and where it ended if there are more. */
    public record Page(List<Item> items, Optional<CaseId> next) {
        /** Copies the items. */
        public Page {
            items = List.copyOf(items);
        }
    }

    /** Which page of what: {@code ended} or open cases behind {@code after}, at most {@code limit}. */
    public record PageRequest(boolean ended, Optional<CaseId> after, int limit) {}

    /**
     * How the desk does.
     *
     * @param open cases that are not at their end
     * @param fresh those of them that nobody looks after
     * @param late those of them that are older than {@link #TARGET}
     * @param confirmed cases that were true, within {@link #COUNTED}
     * @param dismissed cases that were not, within {@link #COUNTED}
     * @param timeToClose how long one took, the median within {@link #COUNTED}; empty where none ended
     */
    public record Summary(
            long open, long fresh, long late, long confirmed, long dismissed, Optional<Duration> timeToClose) {}

    /** One page: open cases the oldest first, ended ones the newest first. */
    public Future<Page> list(SqlClient client, PageRequest page, Set<String> visibleDistricts) {
        Tuple parameters = Tuple.of(page.ended(), page.after().map(CaseId::value).orElse(null))
                .addArrayOfString(visible(visibleDistricts))
                .addInteger(page.limit() + 1);
        return LIST.execute(client, parameters).map(rows -> {
            List<Item> found = rows.stream().map(TamperQueue::toItem).toList();
            boolean more = found.size() > page.limit();
            List<Item> items = more ? found.subList(0, page.limit()) : found;
            return new Page(items, more ? Optional.of(items.getLast().id()) : Optional.empty());
        });
    }

    /** How the desk of {@code visibleDistricts} does. */
    public Future<Summary> summary(SqlClient client, Set<String> visibleDistricts) {
        Instant now = clock.instant();
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(visible(visibleDistricts))
                .addOffsetDateTime(Moments.timestamp(now.minus(COUNTED)))
                .addOffsetDateTime(Moments.timestamp(now.minus(TARGET)));
        return COUNT.execute(client, parameters).map(rows -> {
            Row row = rows.iterator().next();
            return new Summary(row.getLong("open"), row.getLong("fresh"), row.getLong("late"),
                    row.getLong("confirmed"), row.getLong("dismissed"),
                    Optional.ofNullable(row.getLong("seconds_median")).map(Duration::ofSeconds));
        });
    }

    static String @Nullable [] visible(Set<String> districts) {
        return districts.isEmpty() ? null : districts.toArray(String[]::new);
    }

    private static Item toItem(Row row) {
        return new Item(
                new CaseId(row.getUUID("case_id")),
                CaseStatus.valueOf(row.getString("status")),
                row.getOffsetDateTime("opened_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("resolved_at")).map(at -> at.toInstant()),
                place(row),
                row.getString("district_code"),
                new Told(row.getLong("reports"), row.getLong("photos")),
                Optional.ofNullable(row.getString("action")).map("CONFIRM"::equals));
    }

    private static String place(Row row) {
        String outlet = row.getString("outlet_name");
        if (outlet == null) {
            return Optional.ofNullable(row.getString("place")).orElse("");
        }
        String shop = row.getString("display_name");
        return outlet.equals(shop) ? outlet : outlet + " · " + shop;
    }
}
