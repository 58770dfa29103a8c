package vn.phopay.release;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.phopay.disclosure.Contribution;
import vn.phopay.disclosure.Level;
import vn.phopay.disclosure.Scope;
import vn.phopay.figure.Figures;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceStore;

/**
 * Adds up the shops that disclosure is decided by, and tells where that is not the figure which is published: a figure
 * of other shops than those that were looked at may be anybody's.
 */
public final class CellsBehindFigures {
    private final List<String> wrong = new ArrayList<>();
    private int compared;

    /** What all cells of one scope and population come to. */
    private static final class Sum {
        private long amountVnd;
        private long things;
        private final Set<String> merchants = new HashSet<>();
    }

    /** Compares {@code month}, whose figures are settled; runs on a virtual thread. */
    public static CellsBehindFigures of(Pool pool, YearMonth month) {
        PlaceDirectory places = Future.await(new PlaceStore().load(pool));
        SqlConnection connection = Future.await(pool.getConnection());
        try {
            CellsBehindFigures result = new CellsBehindFigures();
            Optional<MonthSource.Facts> facts =
                    new MonthSource(new ReleaseScopes(places)).read(connection, month);
            result.compare(facts.orElseThrow(() -> new AssertionError("not settled: " + month)));
            return result;
        } finally {
            connection.close();
        }
    }

    /** One line each. */
    public List<String> wrong() {
        return wrong;
    }

    /** How many figures other than 0 were compared. */
    public int compared() {
        return compared;
    }

    private void compare(MonthSource.Facts facts) {
        facts.cells().forEach((population, cells) -> {
            Map<String, Sum> sums = new HashMap<>();
            for (Contribution one : cells.contributions()) {
                Set<Scope> scopes = new HashSet<>(one.area().scopes());
                scopes.add(Scope.CITY);
                scopes.forEach(scope -> {
                    Sum sum = sums.computeIfAbsent(
                            scope.level() == Level.CITY ? Figures.CITY : scope.id(), first -> new Sum());
                    sum.amountVnd += one.amountVnd();
                    sum.things += one.transactions();
                    sum.merchants.add(one.merchant());
                });
            }
            facts.figures().forEach((scope, figures) -> {
                compare(population, figures, sums.getOrDefault(scope.id(), new Sum()));
            });
        });
    }

    private void compare(Population population, Figures figures, Sum sum) {
        switch (population) {
            case PAID -> {
                equal(figures, "amountVnd", sum.amountVnd);
                equal(figures, "transactions", sum.things);
            }
            case ACTIVE_7 -> spread(figures, "activeOutlets7", sum.things);
            case ACTIVE_30 -> spread(figures, "activeOutlets30", sum.things);
            case HABITUAL -> equal(figures, "habitualOutlets28", sum.things);
            case REGISTERED -> {
                equal(figures, "registeredOutlets", sum.things);
                equal(figures, "registeredMerchants", sum.merchants.size());
            }
            case APPROVED -> equal(figures, "approvedMerchants", sum.merchants.size());
            case REQUESTING -> equal(figures, "requestsIssued", sum.things);
        }
    }

    private void equal(Figures figures, String measure, long sum) {
        long count = figures.count(measure);
        // A category has no figure before its first merchant came, though random histories have requests then.
        boolean early = figures.scopeId().startsWith("category-") && measure.equals("requestsIssued") && count < sum;
        expect(figures, measure, sum, early || count == sum);
    }

    /** An outlet that was paid at two places of a scope is one in the figure, and stands in two areas. */
    private void spread(Figures figures, String measure, long sum) {
        long count = figures.count(measure);
        expect(figures, measure, sum, count <= sum && (count == 0) == (sum == 0));
    }

    private void expect(Figures figures, String measure, long sum, boolean good) {
        compared += figures.count(measure) > 0 ? 1 : 0;
        if (!good) {
            wrong.add(figures.scopeId() + " " + measure + " is " + figures.count(measure) + ", its cells say " + sum);
        }
    }
}
