package vn.phopay.release;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.phopay.adoption.Interval;
import vn.phopay.db.Sql;
import vn.phopay.disclosure.MonthCells;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.figure.ReadFigures;
import vn.phopay.metric.ScopeKind;

/** Reads everything that a month's release is made from, through one transaction that sees one moment. */
final class MonthSource {
    private static final Sql LIST_BASELINES = Sql.load("release/list_baselines");
    private static final Sql READ_QUALITY = Sql.load("release/read_quality");

    private final ReadFigures figures = new ReadFigures();
    private final ReleaseScopes scopes;

    MonthSource(ReleaseScopes scopes) {
        this.scopes = scopes;
    }

    /**
     * What a release is made from, before disclosure.
     *
     * @param month the month
     * @param figures figures of every scope, in the order in which files have them
     * @param cells the shops behind them
     * @param baselines denominators of places, by place id
     * @param quality how complete it is
     */
    record Facts(YearMonth month, Map<ReleaseScope, Figures> figures, Map<Population, MonthCells> cells,
                 Map<String, Baseline> baselines, ReleaseQuality quality) {}

    /** Reads a month; empty where its figures were not computed. Runs on a virtual thread. */
    Optional<Facts> read(SqlConnection transaction, YearMonth month) {
        Period period = Period.of(Interval.MONTH, month.atDay(1));
        if (!await(figures.settled(transaction, period))) {
            return Optional.empty();
        }
        Map<String, Figures> idToFigures = new HashMap<>();
        for (ScopeKind kind : ReleaseScopes.KINDS) {
            idToFigures.putAll(await(figures.across(transaction, kind, period)));
        }
        if (!idToFigures.containsKey(Figures.CITY)) {
            return Optional.empty();
        }
        Map<ReleaseScope, Figures> ordered = new LinkedHashMap<>();
        scopes.of(month.atEndOfMonth(), idToFigures.keySet()).forEach(scope -> ordered.put(scope,
                idToFigures.getOrDefault(scope.id(), Figures.none(scope.id(), period))));
        return Optional.of(new Facts(month, ordered, new ReadMonthCells(transaction, scopes, month).read(),
                baselines(transaction, month.atEndOfMonth()), quality(transaction, month)));
    }

    private static Map<String, Baseline> baselines(SqlConnection transaction, LocalDate day) {
        Map<String, Baseline> baselines = new HashMap<>();
        await(LIST_BASELINES.execute(transaction, Tuple.of(day))).forEach(row -> baselines.put(
                row.getString("place_id"), new Baseline(row.getLocalDate("valid_from"), row.getLong("premises"),
                        Optional.ofNullable(row.getBigDecimal("target_rate")), row.getString("source"))));
        return baselines;
    }

    private static ReleaseQuality quality(SqlConnection transaction, YearMonth month) {
        Row row = await(READ_QUALITY.execute(transaction, Tuple.of(month.atDay(1), month.atEndOfMonth())))
                .iterator().next();
        return new ReleaseQuality(month.lengthOfMonth(), row.getInteger("days_sealed"), row.getInteger("banks"),
                row.getInteger("statements_missing"), row.getLong("received"), row.getLong("matched"));
    }
}
