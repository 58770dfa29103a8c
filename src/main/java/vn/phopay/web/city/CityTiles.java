package vn.phopay.web.city;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phopay.adoption.Interval;
import vn.phopay.chart.ChartText;
import vn.phopay.chart.Numbers;
import vn.phopay.chart.Sparkline;
import vn.phopay.city.Baseline;
import vn.phopay.city.OpenWork;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.metric.Metric;
import vn.phopay.place.PlaceKind;
import vn.phopay.web.View;

/** The city's numbers as tiles. Waits on futures: call it on a virtual thread. */
final class CityTiles {
    private static final int TREND_DAYS = 90;
    private static final int CHANGE_DAYS = 28;

    private final CityParts parts;
    private final View view;
    private final SqlClient client;
    private final LocalDate today;

    CityTiles(CityParts parts, View view, SqlClient client) {
        this.parts = parts;
        this.view = view;
        this.client = client;
        this.today = parts.today();
    }

    /** The city's days and months that tiles are made of. */
    private record Reading(Map<LocalDate, Figures> days, Figures day, Figures month, Figures before) {
        @Nullable BigDecimal on(Metric metric, LocalDate date) {
            Figures figures = days.get(date);
            return figures == null ? null : figures.value(metric).orElse(null);
        }
    }

    List<Tile> read() {
        Period day = Period.of(Interval.DAY, today);
        Period month = Period.of(Interval.MONTH, today);
        Future<List<Figures>> days = parts.figures().series(client, Figures.CITY, day.plus(-TREND_DAYS), day);
        Future<List<Figures>> months = parts.figures().series(client, Figures.CITY, month.previous(), month);
        Future<Map<String, Baseline>> baselines = parts.city().baselines(client, PlaceKind.DISTRICT, today);
        Future<OpenWork> work = parts.city().openWork(client);
        Map<LocalDate, Figures> dateToFigures = new HashMap<>();
        Future.await(days).forEach(figures -> dateToFigures.put(figures.period().start(), figures));
        Reading reading = new Reading(dateToFigures,
                dateToFigures.getOrDefault(today, Figures.none(Figures.CITY, day)),
                of(Future.await(months), month), of(Future.await(months), month.previous()));
        List<Tile> tiles = new ArrayList<>();
        tiles.add(lead(reading));
        tiles.add(penetration(reading, Future.await(baselines).values()));
        tiles.add(standing("registeredMerchants", reading));
        tiles.add(flow("transactions", reading));
        tiles.add(money(reading));
        tiles.add(habitual(reading));
        tiles.add(hours(reading));
        tiles.add(work(Future.await(work)));
        return tiles;
    }

    private static Figures of(List<Figures> list, Period period) {
        return list.stream().filter(figures -> figures.period().equals(period)).findFirst()
                .orElse(Figures.none(Figures.CITY, period));
    }

    private Tile lead(Reading reading) {
        Metric metric = parts.book().require("activeOutlets30");
        Numbers numbers = numbers(metric);
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (int back = TREND_DAYS; back >= 0; back--) {
            values.add(reading.on(metric, today.minusDays(back)));
        }
        Sparkline line = new Sparkline(new ChartText("lead-trend", metric.name(view.language()),
                view.text("city.tile.lead.trend", TREND_DAYS)), numbers, values);
        Numbers rates = numbers(parts.book().require("adoptionRate"));
        String rate = range(numbers, values) + reading.day().value(parts.book().require("adoptionRate"))
                .map(share -> view.text("city.tile.lead.rate", rates.text(share)))
                .orElse(view.text("city.tile.lead.no-rate"));
        return new Tile("lead", value(metric, reading.day()), rate, change(metric, reading),
                Optional.of(line).filter(Sparkline::isShown), trend(metric));
    }

    /** From where to where the line goes. */
    private String range(Numbers numbers, List<@Nullable BigDecimal> values) {
        List<BigDecimal> known = values.stream().flatMap(Stream::ofNullable).toList();
        return known.size() < 2 ? "" : view.text("city.tile.lead.range", TREND_DAYS,
                numbers.text(known.getFirst()), numbers.text(known.getLast())) + " ";
    }

    private Tile penetration(Reading reading, Collection<Baseline> baselines) {
        Metric metric = parts.book().require("penetration");
        return new Tile("penetration", value(metric, reading.day()), denominator(reading.day(), baselines),
                change(metric, reading), Optional.empty(), trend(metric));
    }

    /** The denominator with its date and who counted it. */
    private String denominator(Figures day, Collection<Baseline> baselines) {
        if (baselines.isEmpty()) {
            return view.text("city.tile.penetration.none");
        }
        LocalDate first = baselines.stream().map(Baseline::validFrom).min(LocalDate::compareTo).orElse(today);
        LocalDate last = baselines.stream().map(Baseline::validFrom).max(LocalDate::compareTo).orElse(today);
        String dates = first.equals(last) ? view.day(first) : view.day(first) + " – " + view.day(last);
        String sources = baselines.stream().map(Baseline::source).distinct().sorted().limit(3)
                .collect(Collectors.joining("; "));
        long premises = day.measure("premises")
                .orElseGet(() -> baselines.stream().mapToLong(Baseline::premises).sum());
        return view.text("city.tile.penetration.of", view.number(premises), baselines.size(), dates, sources);
    }

    private Tile standing(String id, Reading reading) {
        Metric metric = parts.book().require(id);
        Metric approved = parts.book().require("approvedMerchants");
        return new Tile("registered", value(metric, reading.day()),
                view.text("city.tile.registered.approved", value(approved, reading.day())),
                change(metric, reading), Optional.empty(), trend(metric));
    }

    /** Today, and the month against the whole month before. */
    private Tile flow(String id, Reading reading) {
        Metric metric = parts.book().require(id);
        return new Tile(id, value(metric, reading.day()),
                view.text("city.tile.month", value(metric, reading.month()), value(metric, reading.before())),
                Optional.empty(), Optional.empty(), trend(metric));
    }

    /** In few signs, because amounts of a city are long; the exact ones stand below. */
    private Tile money(Reading reading) {
        Metric metric = parts.book().require("amount");
        String brief = reading.day().value(metric).map(value -> numbers(metric).briefMoney(value))
                .orElse(view.text("chart.missing"));
        return new Tile("amount", brief, view.text("city.tile.amount.exact", value(metric, reading.day()),
                value(metric, reading.month()), value(metric, reading.before())),
                Optional.empty(), Optional.empty(), trend(metric));
    }

    private Tile habitual(Reading reading) {
        Metric metric = parts.book().require("habitualOutlets");
        Metric share = parts.book().require("habitualShare");
        return new Tile("habitual", value(metric, reading.day()),
                view.text("city.tile.habitual.share", value(share, reading.day())),
                change(metric, reading), Optional.empty(), trend(metric));
    }

    private Tile hours(Reading reading) {
        Metric median = parts.book().require("hoursToFirstPaymentMedian");
        Metric slow = parts.book().require("hoursToFirstPaymentP90");
        return new Tile("hours", value(median, reading.month()),
                view.text("city.tile.hours.p90", value(slow, reading.month())),
                Optional.empty(), Optional.empty(), trend(median));
    }

    private Tile work(OpenWork work) {
        return new Tile("work", view.number(work.cases() + work.reports()),
                view.text("city.tile.work.parts", view.number(work.cases()), view.number(work.reports())),
                Optional.empty(), Optional.empty(), "/vu-viec");
    }

    private String value(Metric metric, Figures figures) {
        return numbers(metric).text(figures.value(metric).orElse(null), view.text("chart.missing"));
    }

    private Optional<Tile.Change> change(Metric metric, Reading reading) {
        BigDecimal now = reading.on(metric, today);
        BigDecimal before = reading.on(metric, today.minusDays(CHANGE_DAYS));
        if (now == null || before == null) {
            return Optional.empty();
        }
        BigDecimal moved = now.subtract(before);
        return Optional.of(new Tile.Change(CityChange.way(metric, moved),
                view.text("city.change", numbers(metric).change(moved), CHANGE_DAYS)));
    }

    private Numbers numbers(Metric metric) {
        return new Numbers(view.language(), metric.unit());
    }

    private static String trend(Metric metric) {
        return CityPath.TRENDS + "?" + CityPath.METRIC + "=" + metric.id();
    }
}
