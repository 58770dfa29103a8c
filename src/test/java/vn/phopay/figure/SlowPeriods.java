package vn.phopay.figure;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.phopay.adoption.Interval;
import vn.phopay.disclosure.Area;
import vn.phopay.disclosure.Contribution;
import vn.phopay.disclosure.Decisions;
import vn.phopay.disclosure.DisclosureControl;
import vn.phopay.disclosure.FigureClass;
import vn.phopay.disclosure.Level;
import vn.phopay.disclosure.MonthCells;
import vn.phopay.disclosure.Scope;
import vn.phopay.figure.Measure.Kind;
import vn.phopay.figure.SlowFacts.Credit;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;

/** Puts slowly counted days together to weeks and months, and tells where kept figures differ. */
final class SlowPeriods {
    /** The rank of a quantile may be off by this share of the values, and by one value. */
    private static final double RANK_ERROR = 0.02;

    private static final Set<Measure> KNOWN_OR_NOT =
            Set.of(Measure.PREMISES, Measure.PREMISES_AS_OF, Measure.UNMATCHED_AGE_HOURS_MEDIAN);
    private static final Map<Measure, Quantile> QUANTILES = Map.of(
            Measure.TICKET_LOWER_QUARTILE_VND, new Quantile(SketchName.TICKET, 0.25, 1),
            Measure.TICKET_MEDIAN_VND, new Quantile(SketchName.TICKET, 0.5, 1),
            Measure.TICKET_UPPER_QUARTILE_VND, new Quantile(SketchName.TICKET, 0.75, 1),
            Measure.FIRST_PAYMENT_HOURS_MEDIAN, new Quantile(SketchName.FIRST_PAYMENT, 0.5, 60),
            Measure.FIRST_PAYMENT_HOURS_P90, new Quantile(SketchName.FIRST_PAYMENT, 0.9, 60),
            Measure.REPORT_HOURS_MEDIAN, new Quantile(SketchName.REPORT, 0.5, 60),
            Measure.DELAY_SECONDS_MEDIAN, new Quantile(SketchName.DELAY, 0.5, 1),
            Measure.DELAY_SECONDS_P95, new Quantile(SketchName.DELAY, 0.95, 1));

    private record Quantile(SketchName sketch, double rank, long unit) {}

    private final SlowFacts facts;
    private final Map<LocalDate, SlowFigures> dayToFigures;
    private final MetricBook book;
    private final LocalDate today;

    SlowPeriods(SlowFacts facts, Map<LocalDate, SlowFigures> dayToFigures, MetricBook book, LocalDate today) {
        this.facts = facts;
        this.dayToFigures = dayToFigures;
        this.book = book;
        this.today = today;
    }

    List<String> differences(Period period, Map<String, Map<String, Long>> kept) {
        List<SlowFigures> days = dayToFigures.entrySet().stream()
                .filter(entry -> Period.of(period.interval(), entry.getKey()).equals(period))
                .map(Map.Entry::getValue)
                .toList();
        Set<String> scopes = days.stream().flatMap(day -> day.counts.keySet().stream()).collect(Collectors.toSet());
        Map<String, Map<String, Long>> disclosed = disclosed(period, scopes);
        List<String> wrong = new ArrayList<>();
        Set<String> all = new TreeSet<>(scopes);
        all.addAll(kept.keySet());
        for (String scope : all) {
            String where = scope + " " + period.label();
            if (!scopes.contains(scope) || !kept.containsKey(scope)) {
                wrong.add(where + (scopes.contains(scope) ? " is missing" : " should not be there"));
                continue;
            }
            Map<String, Long> expected = expected(scope, days);
            expected.putAll(disclosed.getOrDefault(scope, Map.of()));
            Map<String, Long> actual = new TreeMap<>(kept.get(scope));
            QUANTILES.forEach((measure, quantile) ->
                    compareQuantile(where, measure, quantile, values(scope, quantile.sketch(), days), actual, wrong));
            if (!expected.equals(actual)) {
                wrong.add(where + " expected " + minus(expected, actual) + " kept " + minus(actual, expected));
            }
        }
        return wrong;
    }

    private static Map<String, Long> minus(Map<String, Long> some, Map<String, Long> others) {
        Map<String, Long> left = new TreeMap<>(some);
        left.entrySet().removeAll(others.entrySet());
        return left;
    }

    private Map<String, Long> expected(String scope, List<SlowFigures> days) {
        ScopeKind kind = DayScopes.kindOf(scope);
        Map<String, Long> expected = new TreeMap<>();
        book.of(kind).stream()
                .flatMap(metric -> metric.formula().measures().stream())
                .map(id -> Measure.find(id).orElseThrow())
                .filter(measure -> measure.kind() != Kind.QUANTILE)
                .forEach(measure -> {
                    List<Map<String, Long>> counts = days.stream()
                            .map(day -> day.counts.get(scope))
                            .filter(Objects::nonNull)
                            .toList();
                    if (measure.kind() == Kind.SUM) {
                        expected.put(measure.id(), counts.stream()
                                .mapToLong(count -> count.getOrDefault(measure.id(), 0L))
                                .sum());
                    } else if (days.getLast().counts.containsKey(scope)) {
                        Long last = days.getLast().counts.get(scope).get(measure.id());
                        if (last != null || !KNOWN_OR_NOT.contains(measure)) {
                            expected.put(measure.id(), last == null ? 0L : last);
                        }
                    }
                });
        return expected;
    }

    private static List<Long> values(String scope, SketchName name, List<SlowFigures> days) {
        return days.stream()
                .filter(day -> day.counts.containsKey(scope))
                .flatMap(day -> day.values.getOrDefault(scope, Map.of()).getOrDefault(name, List.of()).stream())
                .sorted()
                .toList();
    }

    private static void compareQuantile(
            String where, Measure measure, Quantile quantile, List<Long> values, Map<String, Long> actual,
            List<String> wrong) {
        Long told = actual.remove(measure.id());
        if (values.isEmpty() || told == null) {
            if (values.isEmpty() != (told == null)) {
                wrong.add(where + " " + measure.id() + " is " + told + " of " + values);
            }
            return;
        }
        double slack = RANK_ERROR + 1.0 / values.size();
        double half = quantile.unit() == 1 ? 0.5 : quantile.unit() / 2.0 + 0.5;
        double below = share(values, told * quantile.unit() - half);
        double upTo = share(values, told * quantile.unit() + half);
        if (below > quantile.rank() + slack || upTo < quantile.rank() - slack) {
            wrong.add(where + " " + measure.id() + " is " + told + " of " + values);
        }
    }

    private static double share(List<Long> values, double upTo) {
        return values.stream().filter(value -> value <= upTo).count() / (double) values.size();
    }

    /** Merchants of the month's days that are over, where there are such days. */
    private Map<String, Map<String, Long>> disclosed(Period period, Set<String> scopes) {
        Map<String, Map<String, Long>> disclosed = new HashMap<>();
        LocalDate to = period.end().isBefore(today) ? period.end() : today.minusDays(1);
        LocalDate from = dayToFigures.keySet().stream().min(LocalDate::compareTo).orElseThrow();
        if (period.interval() != Interval.MONTH || to.isBefore(period.start()) || to.isBefore(from)) {
            return disclosed;
        }
        Map<String, Map<UUID, Long>> scopeToAmounts = new HashMap<>();
        List<Contribution> contributions = new ArrayList<>();
        for (Credit credit : facts.credits) {
            if (!credit.day().isBefore(period.start()) && !credit.day().isAfter(to)) {
                Row outlet = facts.idToOutlet.get(credit.outlet());
                UUID merchant = outlet.getUUID("merchant_id");
                String category = "category-" + facts.category(merchant, to);
                facts.spot(credit.outlet(), credit.day()).ifPresent(spot -> {
                    Set<String> in = new TreeSet<>(List.of(
                            Figures.CITY, spot.district(), spot.ward(), spot.street(), category));
                    in.addAll(facts.containers(spot.street(), to));
                    in.removeIf(scope -> !scopes.contains(scope) || DayScopes.kindOf(scope) == ScopeKind.BANK
                            || !isOf(scope, spot, category, to));
                    in.forEach(scope -> scopeToAmounts
                            .computeIfAbsent(scope, first -> new HashMap<>())
                            .merge(merchant, credit.amountVnd(), Long::sum));
                    contributions.add(new Contribution(merchant.toString(), area(in), credit.amountVnd(), 1));
                });
            }
        }
        Decisions decisions = new DisclosureControl().decide(
                new MonthCells(YearMonth.from(to), contributions), FigureClass.VALUE);
        for (String scope : scopes) {
            if (DayScopes.kindOf(scope) != ScopeKind.BANK) {
                List<Long> amounts = new ArrayList<>(scopeToAmounts.getOrDefault(scope, Map.of()).values());
                amounts.sort(Collections.reverseOrder());
                disclosed.put(scope, Map.of(
                        "contributors", (long) amounts.size(),
                        "topAmountVnd", amounts.isEmpty() ? 0 : amounts.getFirst(),
                        "secondAmountVnd", amounts.size() < 2 ? 0 : amounts.get(1),
                        "valueWithheld", decisions.of(scope(scope), FigureClass.VALUE).isWithheld() ? 1L : 0L));
            }
        }
        return disclosed;
    }

    private static Area area(Set<String> ids) {
        return Area.of(ids.stream().map(SlowPeriods::scope).toArray(Scope[]::new));
    }

    private static Scope scope(String id) {
        ScopeKind kind = DayScopes.kindOf(id);
        return kind == ScopeKind.CITY ? Scope.CITY : new Scope(Level.valueOf(kind.name()), id);
    }

    /** Wards and districts are those of the outlet, whatever else its street lies in. */
    private boolean isOf(String scope, SlowFacts.Spot spot, String category, LocalDate to) {
        return scope.startsWith("zone-")
                ? facts.containers(spot.street(), to).contains(scope)
                : List.of(Figures.CITY, spot.district(), spot.ward(), spot.street(), category).contains(scope);
    }
}
