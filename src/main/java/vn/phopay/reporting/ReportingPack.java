package vn.phopay.reporting;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pack of a month.
 *
 * @param month the month
 * @param metricVersion the version of the metrics' definitions
 * @param standing how complete and how late its data is
 * @param rows its indicators, districts first
 * @param book plans and indicators
 */
public record ReportingPack(
        YearMonth month, String metricVersion, Standing standing, List<Row> rows, ReportingBook book) {
    private static final String HEAD = "period,level,unitCode,unitName,indicator,value,unit,target,gap,plans,dtiCodes,"
            + "daysInPeriod,daysSealed,daysWithoutPayments,bankDelayP95Seconds,metricsVersion\n";

    /** Copies {@code rows}. */
    public ReportingPack {
        rows = List.copyOf(rows);
    }

    /**
     * How complete and how late the month's data is.
     *
     * @param days days of the month
     * @param daysSealed days that were closed and sealed
     * @param daysWithoutPayments days on which nobody was paid anything: data is missing, or nobody traded
     * @param bankDelaySeconds the longest delay of any bank that 95 % of its transactions stay below
     */
    public record Standing(int days, int daysSealed, int daysWithoutPayments, Optional<Long> bankDelaySeconds) {}

    /**
     * One indicator of one unit.
     *
     * @param level {@code DISTRICT} or {@code WARD}
     * @param code the unit's GSO code
     * @param name the unit's name
     * @param metric which indicator
     * @param value its value; empty where it cannot be told
     * @param unit what the value counts
     * @param target the value to be reached, where one is set
     */
    public record Row(String level, String code, String name, String metric, Optional<BigDecimal> value, String unit,
                      Optional<BigDecimal> target) {
        /** What is missing to the target; 0 where it is reached. */
        public Optional<BigDecimal> gap() {
            return target.flatMap(goal -> value.map(now -> goal.subtract(now).max(BigDecimal.ZERO)));
        }
    }

    /** The numbers of the plans that a metric is reported for, parted by blanks. */
    public String plansOf(String metric) {
        return book.plans().stream().filter(plan -> plan.metrics().contains(metric)).map(ReportingBook.Plan::id)
                .collect(Collectors.joining(" "));
    }

    /** The codes of the indicators of the index that a metric is, parted by blanks. */
    public String dtiCodesOf(String metric) {
        return book.indicators().stream().filter(one -> one.metric().equals(metric))
                .map(ReportingBook.Indicator::code).collect(Collectors.joining(" "));
    }

    /** The pack as CSV (RFC 4180), with a header line. */
    public String csv() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Row row : rows) {
            text.append(String.join(",", month.toString(), row.level(), row.code(), quoted(row.name()), row.metric(),
                    text(row.value()), row.unit(), text(row.target()), text(row.gap()), plansOf(row.metric()),
                    dtiCodesOf(row.metric()), Integer.toString(standing.days()),
                    Integer.toString(standing.daysSealed()), Integer.toString(standing.daysWithoutPayments()),
                    standing.bankDelaySeconds().map(String::valueOf).orElse(""), metricVersion)).append('\n');
        }
        return text.toString();
    }

    /** The pack as JSON, with the plans and the register of indicators. */
    public JsonObject json() {
        JsonArray list = new JsonArray();
        rows.forEach(row -> list.add(new JsonObject()
                .put("level", row.level()).put("unitCode", row.code()).put("unitName", row.name())
                .put("indicator", row.metric()).put("value", row.value().orElse(null)).put("unit", row.unit())
                .put("target", row.target().orElse(null)).put("gap", row.gap().orElse(null))));
        JsonArray plans = new JsonArray();
        book.plans().forEach(plan -> plans.add(new JsonObject().put("id", plan.id()).put("name", plan.name())
                .put("status", plan.status()).put("indicators", new JsonArray(plan.metrics()))));
        JsonArray register = new JsonArray();
        book.indicators().forEach(one -> register.add(new JsonObject().put("code", one.code())
                .put("officialCode", one.officialCode().orElse(null)).put("name", one.name())
                .put("indicator", one.metric()).put("formula", one.formula()).put("source", one.source())
                .put("version", one.version()).put("status", one.status())));
        return new JsonObject().put("period", month.toString()).put("metricsVersion", metricVersion)
                .put("completeness", new JsonObject().put("days", standing.days())
                        .put("daysSealed", standing.daysSealed())
                        .put("daysWithoutPayments", standing.daysWithoutPayments()))
                .put("lateness", new JsonObject()
                        .put("bankDelayP95Seconds", standing.bankDelaySeconds().orElse(null)))
                .put("plans", plans).put("dti", register).put("items", list);
    }

    private static String text(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }

    private static String quoted(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
