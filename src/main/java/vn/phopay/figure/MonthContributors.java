package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.phopay.adoption.DayRange;
import vn.phopay.db.Sql;
import vn.phopay.figure.DayScopes.Scope;

/**
 * How many merchants a month's value comes from, what the two largest of them took, and whether the rules of the
 * monthly release withhold it. Waits on futures.
 */
final class MonthContributors {
    private static final Sql READ_MERCHANT_AMOUNTS = Sql.load("figure/read_merchant_amounts");

    private final DayScopes scopes;
    private final Map<String, Largest> scopeToLargest = new HashMap<>();
    private final Map<Scope, Long> scopeToAmount = new HashMap<>();
    private final ValueDecisions decisions;

    private static final class Largest {
        private long merchants;
        private long first;
        private long second;

        void add(long amountVnd) {
            merchants++;
            second = Math.max(second, Math.min(first, amountVnd));
            first = Math.max(first, amountVnd);
        }
    }

    private MonthContributors(DayScopes scopes, YearMonth month) {
        this.scopes = scopes;
        this.decisions = new ValueDecisions(month);
    }

    /** The disclosure measures of each scope over {@code days}; a published month is held to {@code released}. */
    static Map<String, Map<String, Long>> read(
            SqlConnection connection, DayScopes scopes, DayRange days, ReleasedMonths released) {
        YearMonth month = YearMonth.from(days.from());
        MonthContributors contributors = new MonthContributors(scopes, month);
        contributors.addAll(Future.await(
                READ_MERCHANT_AMOUNTS.execute(connection, Tuple.of(days.from(), days.to(), days.to()))));
        return contributors.measures(
                released.withheld(connection, month).orElseGet(contributors.decisions::withheld));
    }

    /** The same where nothing was paid. */
    static Map<String, Map<String, Long>> none(DayScopes scopes, YearMonth month) {
        return new MonthContributors(scopes, month).measures(Set.of());
    }

    /** Rows come merchant by merchant. */
    private void addAll(Iterable<Row> rows) {
        String merchant = "";
        for (Row row : rows) {
            if (!row.getString("merchant").equals(merchant)) {
                endMerchant();
                merchant = row.getString("merchant");
            }
            long amountVnd = row.getLong("amount_vnd");
            List<Scope> in = scopes.of(FigureCell.of(row));
            in.forEach(scope -> scopeToAmount.merge(scope, amountVnd, Long::sum));
            decisions.add(merchant, in, amountVnd);
        }
        endMerchant();
    }

    private void endMerchant() {
        scopeToAmount.forEach((scope, amountVnd) ->
                scopeToLargest.computeIfAbsent(scope.id(), first -> new Largest()).add(amountVnd));
        scopeToAmount.clear();
    }

    private Map<String, Map<String, Long>> measures(Set<String> withheld) {
        Map<String, Map<String, Long>> measures = new HashMap<>();
        for (Scope scope : scopes.all()) {
            Largest largest = scopeToLargest.getOrDefault(scope.id(), new Largest());
            measures.put(scope.id(), Map.of(
                    Measure.CONTRIBUTORS.id(), largest.merchants,
                    Measure.TOP_AMOUNT_VND.id(), largest.first,
                    Measure.SECOND_AMOUNT_VND.id(), largest.second,
                    Measure.VALUE_WITHHELD.id(), withheld.contains(scope.id()) ? 1L : 0L));
        }
        return measures;
    }
}
