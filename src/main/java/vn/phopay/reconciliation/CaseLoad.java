package vn.phopay.reconciliation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import vn.phopay.db.Sql;

/**
 * How much work is left, by kind; a kind without any is missing.
 *
 * @param kindToCount the counts
 */
public record CaseLoad(Map<CaseKind, Count> kindToCount) {
    private static final Sql COUNT = Sql.load("reconciliation/count_queue");

    /** Copies the counts. */
    public CaseLoad {
        kindToCount = Map.copyOf(kindToCount);
    }

    /** Cases that are not resolved: all, those nobody looks after, those that wait for a second person. */
    public record Count(long cases, long fresh, long pending) {
        static final Count NONE = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(cases + other.cases, fresh + other.fresh, pending + other.pending);
        }
    }

    /** What staff of {@code visibleDistricts} have left; empty for all. Fails only on a database fault. */
    public static Future<CaseLoad> read(SqlClient client, Set<String> visibleDistricts) {
        Tuple parameters = Tuple.tuple().addArrayOfString(
                visibleDistricts.isEmpty() ? null : visibleDistricts.toArray(String[]::new));
        return COUNT.execute(client, parameters).map(rows -> {
            Map<CaseKind, Count> counts = new EnumMap<>(CaseKind.class);
            rows.forEach(row -> counts.put(CaseKind.valueOf(row.getString("kind")),
                    new Count(row.getLong("cases"), row.getLong("fresh"), row.getLong("pending"))));
            return new CaseLoad(counts);
        });
    }

    /** How much of {@code kinds} is left. */
    public Count of(Set<CaseKind> kinds) {
        return kindToCount.entrySet().stream()
                .filter(entry -> kinds.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Count.NONE, Count::plus);
    }
}
