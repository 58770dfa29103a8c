package vn.phopay.reporting;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.adoption.Interval;
import vn.phopay.db.Sql;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.figure.ReadFigures;
import vn.phopay.metric.Metric;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;

/** Makes the reporting pack of a month out of its figures. */
public final class ReadReportingPack {
    private static final Sql COUNT_SEALED = Sql.load("reporting/count_sealed");
    private static final Sql COUNT_DAYS = Sql.load("reporting/count_days");
    private static final Sql LIST_TARGETS = Sql.load("reporting/list_targets");
    /** The metric that targets are set for. */
    private static final String TARGETED = "adoptionRate";
    private static final String DELAY = "delaySecondsP95";

    private final ReadFigures figures = new ReadFigures();
    private final PlaceDirectory places;
    private final MetricBook metrics;
    private final ReportingBook book;

    /** Reports what {@code book} lists, of {@code places}. */
    public ReadReportingPack(PlaceDirectory places, MetricBook metrics, ReportingBook book) {
        this.places = places;
        this.metrics = metrics;
        this.book = book;
    }

    /** The pack of {@code month}; empty where its figures were not computed. Runs on a virtual thread. */
    public Optional<ReportingPack> read(SqlConnection transaction, YearMonth month) {
        Period period = Period.of(Interval.MONTH, month.atDay(1));
        Map<String, Figures> districts = await(figures.across(transaction, ScopeKind.DISTRICT, period));
        Map<String, Figures> wards = await(figures.across(transaction, ScopeKind.WARD, period));
        if (districts.isEmpty() && wards.isEmpty()) {
            return Optional.empty();
        }
        Map<String, BigDecimal> targets = targets(transaction, month.atEndOfMonth());
        List<ReportingPack.Row> rows = new ArrayList<>();
        add(rows, ScopeKind.DISTRICT, places.districts(), new Known(period, districts, targets));
        add(rows, ScopeKind.WARD, places.wards(month.atEndOfMonth()), new Known(period, wards, targets));
        return Optional.of(new ReportingPack(
                month, metrics.version(), standing(transaction, month, period), rows, book));
    }

    private record Known(Period period, Map<String, Figures> figures, Map<String, BigDecimal> targets) {}

    private void add(List<ReportingPack.Row> rows, ScopeKind kind, List<Place> units, Known known) {
        for (Place unit : units) {
            Figures own = known.figures().getOrDefault(unit.placeId(), Figures.none(unit.placeId(), known.period()));
            for (String id : book.metrics()) {
                Metric metric = metrics.require(id);
                if (metric.scopes().contains(kind)) {
                    rows.add(new ReportingPack.Row(kind.name(), unit.code(), unit.nameVi(), id, own.value(metric),
                            metric.unit().name(), id.equals(TARGETED)
                                    ? Optional.ofNullable(known.targets().get(unit.placeId())) : Optional.empty()));
                }
            }
        }
    }

    private static Map<String, BigDecimal> targets(SqlConnection transaction, LocalDate day) {
        Map<String, BigDecimal> targets = new HashMap<>();
        await(LIST_TARGETS.execute(transaction, Tuple.of(day))).forEach(row ->
                Optional.ofNullable(row.getBigDecimal("target_rate"))
                        .ifPresent(target -> targets.put(row.getString("place_id"), target)));
        return targets;
    }

    private ReportingPack.Standing standing(SqlConnection transaction, YearMonth month, Period period) {
        Tuple days = Tuple.of(month.atDay(1), month.atEndOfMonth());
        int sealed = first(await(COUNT_SEALED.execute(transaction, days))).getInteger("sealed");
        int paid = first(await(COUNT_DAYS.execute(transaction, days))).getInteger("days");
        Optional<Long> delay = await(figures.across(transaction, ScopeKind.BANK, period)).values().stream()
                .flatMap(bank -> bank.measure(DELAY).stream()).max(Long::compare);
        return new ReportingPack.Standing(month.lengthOfMonth(), sealed, month.lengthOfMonth() - paid, delay);
    }

    private static Row first(Iterable<Row> rows) {
        return rows.iterator().next();
    }
}
