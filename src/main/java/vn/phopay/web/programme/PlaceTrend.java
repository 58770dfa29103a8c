package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phopay.adoption.Interval;
import vn.phopay.chart.ChartText;
import vn.phopay.chart.LineChart;
import vn.phopay.chart.Numbers;
import vn.phopay.chart.Twin;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.http.Call;
import vn.phopay.metric.Metric;
import vn.phopay.place.Place;
import vn.phopay.place.SeriesBreaks;
import vn.phopay.programme.Campaign;
import vn.phopay.programme.ReadTargets;
import vn.phopay.web.View;

/**
 * A place's lead figure over half a year of weeks, with the campaigns that concerned it and the breaks of its area.
 *
 * @param chart the drawing
 * @param twin its table
 * @param csv the address of its file
 */
public record PlaceTrend(LineChart chart, Twin twin, String csv) {
    private static final String LEAD = "activeOutlets30";
    private static final int WEEKS = 26;

    /** Reads the trend of {@code place}; empty where no week has a figure. Waits. */
    static Optional<PlaceTrend> read(ProgrammeParts parts, Call call, SqlConnection transaction, Place place) {
        View view = parts.kit().view(call);
        Period last = Period.of(Interval.WEEK, lastDay(parts, place));
        Period first = last.plus(1 - WEEKS);
        Map<Period, Figures> held = new HashMap<>();
        Future.await(parts.figures().series(transaction, place.placeId(), first, last))
                .forEach(figures -> held.put(figures.period(), figures));
        if (held.isEmpty()) {
            return Optional.empty();
        }
        ReadTargets aims = new ReadTargets(parts.clock());
        List<LineChart.Target> targets = new TargetLines(view, aims, parts.book().require(LEAD))
                .read(transaction, new LinkedHashMap<>(Map.of(place.placeId(), new PlaceWords(view).name(place))),
                        Map.of(place.placeId(), held.values().stream()
                                .sorted(Comparator.comparing(Figures::period)).toList()));
        List<Campaign> campaigns = Future.await(parts.campaigns().touching(
                transaction, parts.own(call).around(place), first.start(), last.end()));
        return Optional.of(new Drawing(parts, view, place, first).draw(held, campaigns, targets));
    }

    /** A place that has ended is shown as it was then. */
    private static LocalDate lastDay(ProgrammeParts parts, Place place) {
        LocalDate end = place.validity().to();
        return end != null && end.isBefore(parts.today()) ? end : parts.today();
    }

    private record Drawing(ProgrammeParts parts, View view, Place place, Period first) {
        PlaceTrend draw(Map<Period, Figures> held, List<Campaign> campaigns, List<LineChart.Target> targets) {
            Metric metric = parts.book().require(LEAD);
            Numbers numbers = new Numbers(view.language(), metric.unit());
            List<LineChart.Slot> slots = new ArrayList<>();
            List<@Nullable BigDecimal> values = new ArrayList<>();
            for (int week = 0; week < WEEKS; week++) {
                Period period = first.plus(week);
                slots.add(new LineChart.Slot(view.text("programme.week", view.day(period.start())),
                        view.day(period.start()).substring(0, "dd/MM".length())));
                Figures figures = held.get(period);
                values.add(figures == null ? null : figures.value(metric).orElse(null));
            }
            String name = new PlaceWords(view).name(place);
            LineChart.Line line = new LineChart.Line(name, values);
            ChartText text = new ChartText("place-trend", metric.name(view.language()),
                    view.text("programme.trend.description", metric.name(view.language()), name)
                            + TargetLines.said(view, targets));
            LineChart chart = new LineChart(text, numbers, slots, List.of(line),
                    new LineChart.Extras(bands(campaigns), breaks(), targets));
            Twin twin = chart.twin(view.text("programme.trend.caption", metric.name(view.language()), name),
                    Twin.Column.text("week", view.text("programme.trend.week")), metric.id(),
                    view.text("chart.missing"));
            return new PlaceTrend(chart, twin, ProgrammePath.trendFile(
                    LEAD, place.placeId(), first.start(), first.plus(WEEKS - 1L).end()));
        }

        private List<LineChart.Band> bands(List<Campaign> campaigns) {
            return campaigns.stream().map(campaign -> {
                LocalDate to = campaign.plan().to();
                String name = campaign.name(view.language());
                String said = to == null
                        ? view.text("programme.trend.campaign.open", name, view.day(campaign.plan().from()))
                        : view.text("programme.trend.campaign", name, view.day(campaign.plan().from()), view.day(to));
                return new LineChart.Band(slot(campaign.plan().from()), to == null ? WEEKS - 1 : slot(to), said);
            }).toList();
        }

        private List<LineChart.Break> breaks() {
            List<LocalDate> starts =
                    Stream.iterate(first, Period::next).limit(WEEKS).map(Period::start).toList();
            return new SeriesBreaks(parts.places()).of(place.placeId()).stream()
                    .filter(gap -> gap.date().isBefore(first.plus(WEEKS).start()))
                    .map(gap -> new LineChart.Break(gap.firstBehind(starts),
                            view.text("programme.trend.break", view.day(gap.date()))))
                    .filter(gap -> gap.slot() > 0 && gap.slot() < WEEKS)
                    .toList();
        }

        private int slot(LocalDate day) {
            long week = ChronoUnit.WEEKS.between(
                    first.start(), Period.of(Interval.WEEK, day).start());
            return Math.toIntExact(Math.clamp(week, 0, WEEKS - 1));
        }
    }
}
