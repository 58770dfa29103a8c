package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.phopay.chart.LineChart;
import vn.phopay.chart.Numbers;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Measure;
import vn.phopay.figure.TargetForecast;
import vn.phopay.metric.Metric;
import vn.phopay.programme.ReadTargets;
import vn.phopay.programme.Target;
import vn.phopay.web.View;

/**
 * What is aimed at in the places of a chart, as lines of it. Where nothing is aimed at for the outlets active in 30
 * days themselves, an aimed-at share of the premises stands for as many outlets of the latest count of premises.
 */
public final class TargetLines {
    private static final String LEAD = Measure.ACTIVE_OUTLETS_30.id();

    private final View view;
    private final ReadTargets targets;
    private final Metric metric;
    private final Numbers numbers;

    /** Targets of {@code metric}, in words of {@code view}. */
    public TargetLines(View view, ReadTargets targets, Metric metric) {
        this.view = view;
        this.targets = targets;
        this.metric = metric;
        this.numbers = new Numbers(view.language(), metric.unit());
    }

    /**
     * One target at most for each line of a chart; waits.
     *
     * @param names what each scope is called, by its id, in the order of the lines
     * @param figures what is drawn of each, in the order of the periods
     */
    public List<LineChart.Target> read(
            SqlClient client, LinkedHashMap<String, String> names, Map<String, List<Figures>> figures) {
        List<String> metrics = metric.id().equals(LEAD) ? List.of(LEAD, Target.ADOPTION) : List.of(metric.id());
        List<Target> known = Future.await(targets.of(client, names.keySet(), metrics));
        List<LineChart.Target> lines = new ArrayList<>();
        int line = 0;
        for (Map.Entry<String, String> scope : names.entrySet()) {
            int at = line;
            String whose = names.size() == 1 ? "" : scope.getValue();
            find(known, scope.getKey(), metric.id())
                    .flatMap(target -> target.aim().value().map(value -> drawn(at, whose, target, plain(value))))
                    .or(() -> find(known, scope.getKey(), Target.ADOPTION).flatMap(target ->
                            ofPremises(at, whose, target, figures.getOrDefault(scope.getKey(), List.of()))))
                    .ifPresent(lines::add);
            line++;
        }
        return lines;
    }

    /** What the words that stand for a chart say of its targets; nothing where there is none. */
    public static String said(View view, List<LineChart.Target> targets) {
        return targets.stream()
                .map(target -> " " + view.text("chart.target.said", target.name()))
                .collect(Collectors.joining());
    }

    private static Optional<Target> find(List<Target> known, String placeId, String metric) {
        return known.stream()
                .filter(target -> target.placeId().equals(placeId) && target.metric().equals(metric))
                .findFirst();
    }

    private Optional<LineChart.Target> ofPremises(int line, String whose, Target target, List<Figures> periods) {
        Optional<Long> premises = periods.reversed().stream()
                .flatMap(period -> period.measure(Measure.PREMISES.id()).stream())
                .findFirst().filter(count -> count > 0);
        return metric.id().equals(LEAD)
                ? premises.flatMap(count -> target.aim().value().map(share -> {
                    BigDecimal value = BigDecimal.valueOf(new TargetForecast.Target(share, count).outlets());
                    String of = view.text("chart.target.share", Numbers.share(view.language(), share), count);
                    return new LineChart.Target(line, value, brief(value), full(whose, target, value) + " · " + of);
                }))
                : Optional.empty();
    }

    private LineChart.Target drawn(int line, String whose, Target target, BigDecimal value) {
        return new LineChart.Target(line, value, brief(value), full(whose, target, value));
    }

    /** Without the decimals that the database fills up with zeros. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    private String brief(BigDecimal value) {
        return view.text("chart.target", numbers.text(value));
    }

    private String full(String whose, Target target, BigDecimal value) {
        String name = whose.isEmpty() ? brief(value) : whose + ": " + brief(value);
        return target.aim().dueOn()
                .map(due -> name + " · " + view.text("chart.target.due", view.day(due)))
                .orElse(name);
    }
}
