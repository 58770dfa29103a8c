package vn.phopay.web.city;

import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.adoption.Interval;
import vn.phopay.chart.BarChart;
import vn.phopay.chart.ChartText;
import vn.phopay.chart.Numbers;
import vn.phopay.chart.Twin;
import vn.phopay.city.DistrictRanking;
import vn.phopay.city.ReadRanking;
import vn.phopay.figure.DistrictRank;
import vn.phopay.figure.Period;
import vn.phopay.figure.Ranking;
import vn.phopay.metric.Unit;
import vn.phopay.place.Place;
import vn.phopay.web.View;

/** The ranking of a month as a page and as a file. Waits on futures: call it on a virtual thread. */
final class RankingTables {
    private final CityParts parts;
    private final ReadRanking read;
    private final View view;
    private final CityNames names;
    private final Numbers rates;
    private final Numbers counts;
    private final Numbers ranks;

    RankingTables(CityParts parts, ReadRanking read, View view) {
        this.parts = parts;
        this.read = read;
        this.view = view;
        this.names = new CityNames(parts.places(), view.language());
        this.rates = new Numbers(view.language(), Unit.RATE);
        this.counts = new Numbers(view.language(), Unit.COUNT);
        this.ranks = new Numbers(view.language(), Unit.RANK);
    }

    RankingModel read(SqlClient client, YearMonth month) {
        DistrictRanking ranking = whole(client, month);
        YearMonth last = YearMonth.from(parts.today());
        List<RankingModel.SizeGroup> groups = ranking.ranking().classes().stream()
                .map(group -> group(ranking, group))
                .toList();
        return new RankingModel(month, last, month.equals(last), groups);
    }

    /** All classes in one table. */
    Twin file(SqlClient client, YearMonth month) {
        DistrictRanking ranking = whole(client, month);
        List<Twin.Row> rows = new ArrayList<>();
        ranking.ranking().classes().forEach(group -> rows.addAll(rows(ranking, group)));
        return new Twin(view.text("city.ranking.caption", month), columns(), rows);
    }

    private DistrictRanking whole(SqlClient client, YearMonth month) {
        return read.whole(client, Period.of(Interval.MONTH, month.atDay(1)), parts.today());
    }

    private RankingModel.SizeGroup group(DistrictRanking ranking, Ranking.InClass group) {
        String id = group.sizeClass().id();
        String name = group.sizeClass().name().in(view.language());
        List<BarChart.Bar> bars = group.ranks().stream()
                .map(rank -> new BarChart.Bar(rank.rank() + ". " + name(rank), rank.rate().orElse(null),
                        ranking.target(rank.placeId()).orElse(null), rank.rank() == 1))
                .toList();
        BarChart chart = new BarChart(new ChartText("rank-" + id, view.text("city.ranking.chart", name),
                view.text("city.ranking.chart.description")), rates, bars, view.text("chart.missing"));
        Twin twin = new Twin(view.text("city.ranking.caption", ranking.ranking().month().label()), columns(),
                rows(ranking, group));
        return new RankingModel.SizeGroup(id, name,
                best(group, group.highest(), rank -> rank.rate().map(rates::text)),
                best(group, group.mostImproved(), rank -> rank.rateChange().map(rates::change)),
                group.ranks().stream().map(rank -> row(ranking, rank)).toList(), chart, twin);
    }

    private interface Said {
        Optional<String> of(DistrictRank rank);
    }

    private List<Lagging> best(Ranking.InClass group, List<String> placeIds, Said said) {
        return group.ranks().stream()
                .filter(rank -> placeIds.contains(rank.placeId()))
                .map(rank -> new Lagging(name(rank), href(rank), said.of(rank).orElse("")))
                .toList();
    }

    private RankingModel.Row row(DistrictRanking ranking, DistrictRank rank) {
        int places = rank.rankChange().orElse(0);
        Tile.Way way = places > 0 ? Tile.Way.BETTER : places < 0 ? Tile.Way.WORSE : Tile.Way.LEVEL;
        String moved = rank.rankChange().isEmpty() ? view.text("city.ranking.new")
                : places == 0 ? view.text("city.ranking.same")
                : view.text(places > 0 ? "city.ranking.up" : "city.ranking.down", Math.abs(places));
        String rate = rank.rate().isPresent()
                ? view.text("city.ranking.rate", rates.text(rank.rate().get()),
                        view.number(rank.activeOutlets()), view.number(rank.premises().orElse(0L)))
                : view.text("city.ranking.active", view.number(rank.activeOutlets()));
        return new RankingModel.Row(rank.rank(), name(rank), href(rank), way, moved, rate, gap(ranking, rank));
    }

    private String gap(DistrictRanking ranking, DistrictRank rank) {
        Optional<BigDecimal> target = ranking.target(rank.placeId());
        Optional<BigDecimal> gap = ranking.gap(rank);
        if (target.isEmpty()) {
            return view.text("city.ranking.no-target");
        }
        return gap.filter(missing -> missing.signum() > 0)
                .map(missing -> view.text("city.ranking.gap", rates.text(target.get()),
                        rates.distance(missing)))
                .orElseGet(() -> gap.isPresent() ? view.text("city.ranking.reached", rates.text(target.get()))
                        : view.text("city.ranking.target", rates.text(target.get())));
    }

    private List<Twin.Column> columns() {
        return List.of(
                Twin.Column.text("sizeClass", view.text("city.ranking.class")),
                new Twin.Column("rankInSizeClass", view.text("city.ranking.rank"), ranks),
                Twin.Column.text("districtName", view.text("city.district")),
                Twin.Column.text("districtCode", view.text("city.code")),
                new Twin.Column("rankChange", view.text("city.ranking.change"), ranks),
                new Twin.Column("activeOutlets30", metric("activeOutlets30"), counts),
                new Twin.Column("premises", view.text("city.premises"), counts),
                new Twin.Column("adoptionRate", metric("adoptionRate"), rates),
                new Twin.Column("adoptionRateChange", view.text("city.ranking.rate-change"), rates),
                new Twin.Column("target", view.text("city.target"), rates),
                new Twin.Column("gapToTarget", metric("gapToTarget"), rates));
    }

    private List<Twin.Row> rows(DistrictRanking ranking, Ranking.InClass group) {
        return group.ranks().stream().map(rank -> Twin.Row.of(
                Twin.Cell.of(group.sizeClass().id()),
                cell(ranks, BigDecimal.valueOf(rank.rank())),
                Twin.Cell.link(name(rank), href(rank)),
                Twin.Cell.of(place(rank).code()),
                Twin.Cell.change(ranks, rank.rankChange().map(BigDecimal::valueOf).orElse(null),
                        view.text("chart.missing")),
                cell(counts, BigDecimal.valueOf(rank.activeOutlets())),
                cell(counts, rank.premises().map(BigDecimal::valueOf).orElse(null)),
                cell(rates, rank.rate().orElse(null)),
                Twin.Cell.change(rates, rank.rateChange().orElse(null), view.text("chart.missing")),
                cell(rates, ranking.target(rank.placeId()).orElse(null)),
                cell(rates, ranking.gap(rank).orElse(null)))).toList();
    }

    private Twin.Cell cell(Numbers numbers, @Nullable BigDecimal value) {
        return Twin.Cell.of(numbers, value, view.text("chart.missing"));
    }

    private String metric(String id) {
        return parts.book().require(id).name(view.language());
    }

    private Place place(DistrictRank rank) {
        return parts.places().byId(rank.placeId()).orElseThrow();
    }

    private String name(DistrictRank rank) {
        return names.full(place(rank));
    }

    private String href(DistrictRank rank) {
        return CityPath.district(place(rank).code());
    }
}
