package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vn.phopay.db.Sql;
import vn.phopay.figure.DayScopes.Scope;

/**
 * How many merchants a month's value comes from, and what the two largest of them took: what disclosure control goes by.
 * Waits on futures.
 */
final class MonthContributors {
    private static final Sql READ_MERCHANT_AMOUNTS = Sql.load("figure/read_merchant_amounts");

    private final DayScopes scopes;
    private final Map<String, Largest> scopeToLargest = new HashMap<>();
    private final Map<Scope, Long> scopeToAmount = new HashMap<>();

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

    private MonthContributors(DayScopes scopes) {
        this.scopes = scopes;
    }

    /** The disclosure measures of each scope over the days from {@code from} to {@code to}; zeros where nothing was paid. */
    static Map<String, Map<String, Long>> read(
            SqlConnection connection, DayScopes scopes, LocalDate from, LocalDate to) {
        MonthContributors contributors = new MonthContributors(scopes);
        if (!to.isBefore(from)) {
            contributors.addAll(Future.await(READ_MERCHANT_AMOUNTS.execute(connection, Tuple.of(from, to, to))));
        }
        return contributors.measures();
    }

    /** The same where nothing was paid. */
    static Map<String, Map<String, Long>> none(DayScopes scopes) {
        return new MonthContributors(scopes).measures();
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
            scopes.of(FigureCell.of(row)).forEach(scope -> scopeToAmount.merge(scope, amountVnd, Long::sum));
        }
        endMerchant();
    }

    private void endMerchant() {
        scopeToAmount.forEach((scope, amountVnd) ->
                scopeToLargest.computeIfAbsent(scope.id(), first -> new Largest()).add(amountVnd));
        scopeToAmount.clear();
    }

    private Map<String, Map<String, Long>> measures() {
        Map<String, Map<String, Long>> measures = new HashMap<>();
        for (Scope scope : scopes.all()) {
            Largest largest = scopeToLargest.getOrDefault(scope.id(), new Largest());
            measures.put(scope.id(), Map.of(
                    Measure.CONTRIBUTORS.id(), largest.merchants,
                    Measure.TOP_AMOUNT_VND.id(), largest.first,
                    Measure.SECOND_AMOUNT_VND.id(), largest.second));
        }
        return measures;
    }
}
