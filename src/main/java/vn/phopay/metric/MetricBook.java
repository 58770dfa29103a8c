package vn.phopay.metric;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Every metric, read from {@code resources/metrics/metrics.json}, the one place where they are defined. */
public final class MetricBook {
    private static final String FILE = "/metrics/metrics.json";

    private final String version;
    private final BigDecimal streetCoveredRate;
    private final SizeClasses sizeClasses;
    private final Map<String, Metric> idToMetric = new LinkedHashMap<>();

    private MetricBook(JsonObject file) {
        this.version = file.getString("version");
        this.streetCoveredRate = new BigDecimal(file.getString("streetCoveredRate"));
        this.sizeClasses = sizeClasses(file.getJsonArray("sizeClasses"));
        JsonArray rows = file.getJsonArray("metrics");
        for (int row = 0; row < rows.size(); row++) {
            Metric metric = metric(rows.getJsonObject(row));
            if (idToMetric.put(metric.id(), metric) != null) {
                throw new IllegalStateException(FILE + " defines " + metric.id() + " twice");
            }
        }
    }

    /** Reads the file; a malformed one stops the start. */
    public static MetricBook load() {
        try (InputStream in = MetricBook.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing " + FILE);
            }
            return new MetricBook(new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** The definitions' version, which releases name. */
    public String version() {
        return version;
    }

    /** From which share of active premises on a street counts as covered. */
    public BigDecimal streetCoveredRate() {
        return streetCoveredRate;
    }

    /** The classes inside which districts are ranked. */
    public SizeClasses sizeClasses() {
        return sizeClasses;
    }

    /** All metrics, in the order of the file. */
    public List<Metric> all() {
        return List.copyOf(idToMetric.values());
    }

    /** The metrics that are kept for scopes of {@code kind}, in the order of the file. */
    public List<Metric> of(ScopeKind kind) {
        return all().stream().filter(metric -> metric.scopes().contains(kind)).toList();
    }

    /** The metric called {@code id}. */
    public Optional<Metric> find(String id) {
        return Optional.ofNullable(idToMetric.get(id));
    }

    /** The metric called {@code id}, which code names. */
    public Metric require(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException(FILE + " does not define " + id));
    }

    private static SizeClasses sizeClasses(JsonArray rows) {
        List<SizeClass> classes = rows.stream()
                .map(JsonObject.class::cast)
                .map(row -> new SizeClass(row.getString("id"), row.getLong("premisesFrom"), text(row, "name")))
                .toList();
        Predicate<SizeClass> isUnknown = size -> size.id().equals(SizeClass.UNKNOWN);
        return new SizeClasses(
                classes.stream().filter(isUnknown.negate()).toList(),
                classes.stream().filter(isUnknown).findFirst().orElseThrow());
    }

    private static Metric metric(JsonObject row) {
        Metric.Words words = new Metric.Words(text(row, "name"), text(row, "definition"), text(row, "limits"),
                strings(row.getJsonArray("source")));
        return new Metric(row.getString("id"), row.getString("group"), Unit.valueOf(row.getString("unit")),
                Fold.valueOf(row.getString("fold")), formula(row.getJsonObject("formula")),
                Direction.valueOf(row.getString("direction")), DisclosureClass.valueOf(row.getString("disclosure")),
                scopes(row.getJsonArray("scopes")), words);
    }

    private static Formula formula(JsonObject row) {
        if (row.containsKey("measure")) {
            return new Formula.Of(row.getString("measure"));
        }
        if (row.containsKey("ratio")) {
            JsonArray parts = row.getJsonArray("ratio");
            return new Formula.Ratio(parts.getString(0), parts.getString(1));
        }
        return new Formula.Derived(row.getString("derived"));
    }

    private static Metric.Text text(JsonObject row, String name) {
        JsonObject text = row.getJsonObject(name);
        return new Metric.Text(text.getString("vi"), text.getString("en"));
    }

    private static Set<ScopeKind> scopes(JsonArray names) {
        Set<ScopeKind> scopes = EnumSet.noneOf(ScopeKind.class);
        strings(names).forEach(name -> scopes.add(ScopeKind.valueOf(name)));
        return scopes;
    }

    private static List<String> strings(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }
}
