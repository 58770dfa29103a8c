package vn.phopay.reporting;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phopay.metric.MetricBook;

/** What is reported and why, read from {@code reporting/plans.json} and {@code reporting/dti.json}. */
public final class ReportingBook {
    private final List<Plan> plans;
    private final List<Indicator> indicators;

    private ReportingBook(List<Plan> plans, List<Indicator> indicators) {
        this.plans = List.copyOf(plans);
        this.indicators = List.copyOf(indicators);
    }

    /**
     * A resolution or plan that figures are reported for.
     *
     * @param id its number
     * @param name what it is called
     * @param status {@code verified} once somebody has held it against the official text
     * @param metrics the metrics that are reported for it
     */
    public record Plan(String id, String name, String status, List<String> metrics) {
        /** Copies {@code metrics}. */
        public Plan {
            metrics = List.copyOf(metrics);
        }
    }

    /**
     * An indicator of the digital transformation index.
     *
     * @param code our code
     * @param officialCode the index's own code; empty where it was not read
     * @param name what it is called
     * @param metric the metric that it is
     * @param formula how it is made
     * @param source which rows it is made from
     * @param version the formula's version
     * @param status {@code verified} once somebody has held it against the official text
     */
    public record Indicator(String code, Optional<String> officialCode, String name, String metric, String formula,
                            String source, String version, String status) {}

    /** Reads the files; one that names a metric which {@code metrics} does not define stops the start. */
    public static ReportingBook load(MetricBook metrics) {
        List<Plan> plans = rows("/reporting/plans.json", "plans").stream()
                .map(row -> new Plan(row.getString("id"), row.getString("name"), row.getString("status"),
                        row.getJsonArray("indicators").stream().map(String.class::cast).toList()))
                .toList();
        List<Indicator> indicators = rows("/reporting/dti.json", "indicators").stream()
                .map(row -> new Indicator(row.getString("code"), text(row.getString("officialCode")),
                        row.getString("name"), row.getString("metric"), row.getString("formula"),
                        row.getString("source"), row.getString("version"), row.getString("status")))
                .toList();
        ReportingBook book = new ReportingBook(plans, indicators);
        book.metrics().forEach(metrics::require);
        return book;
    }

    /** The plans. */
    public List<Plan> plans() {
        return plans;
    }

    /** The indicators of the index. */
    public List<Indicator> indicators() {
        return indicators;
    }

    /** Every metric that is reported, in the order of the files. */
    public Set<String> metrics() {
        Set<String> ids = new LinkedHashSet<>();
        indicators.forEach(indicator -> ids.add(indicator.metric()));
        plans.forEach(plan -> ids.addAll(plan.metrics()));
        return ids;
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value);
    }

    private static List<JsonObject> rows(String path, String member) {
        try (InputStream in = ReportingBook.class.getResourceAsStream(path)) {
            JsonArray rows = new JsonObject(new String(
                    Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8)).getJsonArray(member);
            return rows.stream().map(JsonObject.class::cast).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
