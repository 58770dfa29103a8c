package vn.phopay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.phopay.metric.Formula;
import vn.phopay.metric.Metric;
import vn.phopay.metric.MetricBook;
import vn.phopay.tidy.Repository;

/** {@code src/docs/METRICS.md} says what the definition file says. */
final class MetricsDocTest {
    @Test
    void documentShouldBeMadeFromTheDefinitionFile() {
        assertEquals(
                markdown(MetricBook.load()), Repository.read("src/docs/METRICS.md").text(),
                "copy the expected text to src/docs/METRICS.md");
    }

    static String markdown(MetricBook book) {
        StringBuilder text = new StringBuilder("# Metrics, version " + book.version() + "\n\nMade from"
                + " `metrics/metrics.json`, the one definition of every metric; `MetricsDocTest` holds the two equal.\n"
                + "Measures are whole numbers kept a scope and day, ISO week or month (table `figure`). *SUM*: days are"
                + " added up. *LAST*: as of the\nperiod's last day, or of the last day computed. *SKETCH*: out of the"
                + " merged sketches of the days.\n\n| size class of districts | premises from |\n|---|---|\n");
        book.sizeClasses().all().forEach(size -> text.append("| `").append(size.id()).append("` ")
                .append(size.name().en()).append(" | ").append(size.premisesFrom()).append(" |\n"));
        String group = "";
        for (Metric metric : book.all()) {
            if (!metric.group().equals(group)) {
                group = metric.group();
                text.append("\n## ").append(group).append('\n');
            }
            text.append(section(metric));
        }
        return text.toString();
    }

    private static String section(Metric metric) {
        Metric.Words words = metric.words();
        String scopes = metric.scopes().stream()
                .sorted()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return "\n### `" + metric.id() + "` " + words.name().en() + " / " + words.name().vi() + "\n"
                + formula(metric.formula()) + " · " + metric.unit() + " · " + metric.fold() + " · better: "
                + metric.direction() + " · disclosure: " + metric.disclosure() + "\n\nFor " + scopes + ", from `"
                + String.join("`, `", words.source()) + "`.\n\n" + words.definition().en() + "\n*" + words.limits().en()
                + "*\n\n" + words.definition().vi() + "\n*" + words.limits().vi() + "*\n";
    }

    private static String formula(Formula formula) {
        return switch (formula) {
            case Formula.Of(String measure) -> "`" + measure + "`";
            case Formula.Ratio(String part, String whole) -> "`" + part + " / " + whole + "`";
            case Formula.Derived(String name) -> "derived: `" + name + "`";
        };
    }
}
