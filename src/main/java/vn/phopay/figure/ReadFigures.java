package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.phopay.adoption.Interval;
import vn.phopay.db.Sql;
import vn.phopay.metric.ScopeKind;

/** Reads figures by their key. Every future fails only on a database fault. */
public final class ReadFigures {
    private static final Sql READ_SERIES = Sql.load("figure/read_series");
    private static final Sql COUNT_UNSETTLED_DAYS = Sql.load("figure/count_unsettled_days");
    private static final Sql READ_ACROSS = Sql.load("figure/read_across");

    /** One scope in one period; measures are empty where nothing was computed. */
    public Future<Figures> one(SqlClient client, String scopeId, Period period) {
        return series(client, scopeId, period, period).map(list -> list.isEmpty()
                ? Figures.none(scopeId, period)
                : list.getFirst());
    }

    /**
     * One scope from one period to another, both included and of one interval; periods without figures are left out.
     */
    public Future<List<Figures>> series(SqlClient client, String scopeId, Period from, Period to) {
        return READ_SERIES.execute(client, Tuple.of(scopeId, from.interval().name(), from.start(), to.start()))
                .map(ReadFigures::list);
    }

    /** All scopes of a kind in one period, by scope id; scopes without figures are left out. */
    public Future<Map<String, Figures>> across(SqlClient client, ScopeKind kind, Period period) {
        String like = kind == ScopeKind.CITY ? Figures.CITY : kind.name().toLowerCase(Locale.ROOT) + "-%";
        return READ_ACROSS.execute(client, Tuple.of(like, period.interval().name(), period.start())).map(rows -> {
            Map<String, Figures> scopes = new LinkedHashMap<>();
            list(rows).forEach(figures -> scopes.put(figures.scopeId(), figures));
            return scopes;
        });
    }

    /**
     * Whether every day of the period is computed and nothing has changed since: what may be frozen. False for a period
     * that has not ended.
     */
    public Future<Boolean> settled(SqlClient client, Period period) {
        return COUNT_UNSETTLED_DAYS.execute(client, Tuple.of(period.start(), period.end()))
                .map(rows -> rows.iterator().next().getLong("days") == 0);
    }

    private static List<Figures> list(RowSet<Row> rows) {
        List<Figures> list = new ArrayList<>();
        rows.forEach(row -> list.add(figures(row)));
        return list;
    }

    private static Figures figures(Row row) {
        Map<String, Long> measures = new TreeMap<>();
        row.get(JsonObject.class, "measures").forEach(
                entry -> measures.put(entry.getKey(), ((Number) entry.getValue()).longValue()));
        Interval interval = Interval.valueOf(row.getString("interval"));
        return new Figures(row.getString("scope_id"), new Period(interval, row.getLocalDate("period_start")), measures);
    }
}
