package vn.phopay.web.city;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phopay.chart.ChartText;
import vn.phopay.chart.LineChart;
import vn.phopay.chart.Numbers;
import vn.phopay.chart.Twin;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.metric.Metric;
import vn.phopay.place.SeriesBreaks;
import vn.phopay.programme.Campaign;
import vn.phopay.programme.ReadTargets;
import vn.phopay.web.View;
import vn.phopay.web.programme.TargetLines;

/** Draws a trend. Waits on futures: call it on a virtual thread. */
final class Trends {
    private final CityParts parts;
    private final View view;
    private final SqlClient client;
    private final CityNames names;

    Trends(CityParts parts, View view, SqlClient client) {
        this.parts = parts;
        this.view = view;
        this.client = client;
        this.names = new CityNames(parts.places(), view.language());
    }

    TrendModel read(TrendQuery query, CityScopes known) {
        List<TrendModel.Shown> shown = query.scopes().stream()
                .map(id -> new TrendModel.Shown(id, name(id), query.scopes().size() < 2 ? "" : query.with(
                        query.scopes().stream().filter(other -> !other.equals(id)).toList())))
                .toList();
        TrendModel.Days days = new TrendModel.Days(query.typed().from(), query.typed().to());
        return new TrendModel(query.metric(), parts.book().all().stream().filter(TrendQuery::isDrawn).toList(),
                query.interval(), shown, known.choices(query.metric(), view, client), days,
                query.faults().stream().distinct().map(view::text).toList(), draw(query));
    }

    TrendModel.Drawn draw(TrendQuery query) {
        Numbers numbers = new Numbers(view.language(), query.metric().unit());
        List<Period> periods = new ArrayList<>();
        for (Period at = query.from(); at.compareTo(query.to()) <= 0; at = at.next()) {
            periods.add(at);
        }
        Map<String, List<@Nullable BigDecimal>> idToValues = new LinkedHashMap<>();
        Map<String, List<Figures>> idToFigures = new LinkedHashMap<>();
        query.scopes().forEach(id -> {
            List<Figures> held = Future.await(parts.figures().series(client, id, query.from(), query.to()));
            idToFigures.put(id, held);
            idToValues.put(id, values(query.metric(), held, periods));
        });
        int start = query.typed().from().isEmpty() ? firstKnown(idToValues.values(), periods.size()) : 0;
        periods.subList(0, start).clear();
        List<LineChart.Slot> slots = periods.stream().map(this::slot).toList();
        List<LineChart.Line> lines = new ArrayList<>();
        idToValues.forEach((id, values) ->
                lines.add(new LineChart.Line(name(id), values.subList(start, values.size()))));
        String metric = query.metric().name(view.language());
        List<LineChart.Target> targets = targets(query.metric(), idToFigures);
        ChartText text = new ChartText(
                "trend", metric, described(lines, slots, numbers) + TargetLines.said(view, targets));
        LineChart chart = new LineChart(text, numbers, slots, lines, extras(query, periods, targets));
        Twin twin = chart.twin(
                view.text("city.trends.caption", metric, slots.getFirst().name(), slots.getLast().name()),
                Twin.Column.text("period", view.text("city.trends.period")), query.metric().id(),
                view.text("chart.missing"));
        return new TrendModel.Drawn(chart, twin, query.csv());
    }

    private List<LineChart.Target> targets(Metric metric, Map<String, List<Figures>> idToFigures) {
        LinkedHashMap<String, String> names = new LinkedHashMap<>();
        idToFigures.keySet().forEach(id -> names.put(id, name(id)));
        return new TargetLines(view, new ReadTargets(parts.clock()), metric).read(client, names, idToFigures);
    }

    /** Where nobody named a first day, periods before the first figure of any line are left out. */
    private static int firstKnown(Collection<List<@Nullable BigDecimal>> lines, int periods) {
        return lines.stream()
                .mapToInt(values -> (int) values.stream().takeWhile(Objects::isNull).count())
                .min()
                .stream()
                .map(first -> Math.max(0, Math.min(first, periods - 2)))
                .findFirst()
                .orElse(0);
    }

    private String name(String scopeId) {
        return names.scope(scopeId, view.text("city.whole"));
    }

    private static List<@Nullable BigDecimal> values(Metric metric, List<Figures> series, List<Period> periods) {
        Map<Period, Figures> held = new HashMap<>();
        series.forEach(figures -> held.put(figures.period(), figures));
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (Period period : periods) {
            Figures figures = held.get(period);
            values.add(figures == null ? null : figures.value(metric).orElse(null));
        }
        return values;
    }

    private LineChart.Slot slot(Period period) {
        LocalDate start = period.start();
        return switch (period.interval()) {
            case DAY -> new LineChart.Slot(view.day(start), view.day(start).substring(0, "dd/MM".length()));
            case WEEK -> new LineChart.Slot(view.text("city.week", period.label(), view.day(start)),
                    view.text("city.week.brief", period.label().substring("yyyy-W".length())));
            case MONTH -> new LineChart.Slot(
                    view.text("city.month", start.getMonthValue(), Integer.toString(start.getYear())),
                    view.day(start).substring("dd/".length()));
        };
    }

    private String described(List<LineChart.Line> lines, List<LineChart.Slot> slots, Numbers numbers) {
        List<String> said = new ArrayList<>();
        for (LineChart.Line line : lines) {
            int last = line.values().size() - 1;
            while (last > 0 && line.values().get(last) == null) {
                last--;
            }
            said.add(view.text("city.trends.last", line.name(),
                    numbers.text(line.values().get(last), view.text("chart.missing")), slots.get(last).name()));
        }
        return String.join(" ", said);
    }

    private LineChart.Extras extras(TrendQuery query, List<Period> periods, List<LineChart.Target> targets) {
        LocalDate first = periods.getFirst().start();
        LocalDate last = periods.getLast().end();
        List<LineChart.Band> bands = Future.await(parts.campaigns().touching(
                        client, withContainers(query.scopes()), first, last)).stream()
                .map(campaign -> band(campaign, periods, last))
                .toList();
        List<LocalDate> starts = periods.stream().map(Period::start).toList();
        SeriesBreaks breaks = new SeriesBreaks(parts.places());
        List<LineChart.Break> gaps = query.scopes().stream()
                .flatMap(id -> breaks.of(id).stream().map(gap ->
                        new Gap(gap.date(), gap.firstBehind(starts), said(id, gap))))
                .filter(gap -> gap.slot() > 0 && gap.slot() < periods.size() && !gap.on().isAfter(last))
                .sorted(Comparator.comparing(Gap::on))
                .map(gap -> new LineChart.Break(gap.slot(), gap.said()))
                .toList();
        return new LineChart.Extras(bands, gaps, targets);
    }

    private record Gap(LocalDate on, int slot, String said) {}

    /** What happened to an area, and which areas lie on the other side. */
    private String said(String scopeId, SeriesBreaks.Break gap) {
        String others = gap.others().stream().map(other -> names.full(other.place())
                        + (other.partly() ? " " + view.text("city.break.partly") : ""))
                .collect(Collectors.joining(", "));
        return view.text("city.break." + gap.what().name(), view.day(gap.date()), name(scopeId), others);
    }

    private LineChart.Band band(Campaign campaign, List<Period> periods, LocalDate last) {
        LocalDate from = campaign.plan().from();
        LocalDate to = campaign.plan().to();
        String name = campaign.name(view.language());
        String said = to == null
                ? view.text("city.trends.campaign.open", name, view.day(from))
                : view.text("city.trends.campaign", name, view.day(from), view.day(to));
        return new LineChart.Band(slot(periods, from),
                to == null || to.isAfter(last) ? periods.size() - 1 : slot(periods, to), said);
    }

    /** A campaign in a district or a zone concerns its wards and streets, too. */
    private Set<String> withContainers(List<String> scopes) {
        Set<String> ids = new HashSet<>(scopes);
        for (String id : scopes) {
            parts.places().byId(id).ifPresent(place -> parts.places().membershipsOf(place, parts.today())
                    .forEach(membership -> ids.add(membership.containerPlaceId())));
        }
        return ids;
    }

    /** The slot in which a day lies; the first one where it lies before all of them. */
    private static int slot(List<Period> periods, LocalDate day) {
        int at = 0;
        while (at + 1 < periods.size() && !periods.get(at + 1).start().isAfter(day)) {
            at++;
        }
        return at;
    }
}
