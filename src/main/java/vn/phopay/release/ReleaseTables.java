package vn.phopay.release;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phopay.metric.ScopeKind;

/** The tables of a release as CSV files; {@link TableSchema} says what their columns are. */
final class ReleaseTables {
    /** Which file has the figures of which scopes. */
    static final Map<ScopeKind, String> KIND_TO_FILE = kindToFile();
    static final String DISTRICTS_WIDE = "districts.csv";
    static final String RANKING = "ranking.csv";
    static final String PREMISES = "premises.csv";
    static final String CHANGES = "changes.csv";

    /** The columns of {@link #DISTRICTS_WIDE} that are metrics, in order: name in the API, metric. */
    static final Map<String, String> WIDE = wide();

    private final ReleaseContent content;

    ReleaseTables(ReleaseContent content) {
        this.content = content;
    }

    private static Map<ScopeKind, String> kindToFile() {
        Map<ScopeKind, String> files = new LinkedHashMap<>();
        files.put(ScopeKind.CITY, "adoption-city.csv");
        files.put(ScopeKind.DISTRICT, "adoption-districts.csv");
        files.put(ScopeKind.WARD, "adoption-wards.csv");
        files.put(ScopeKind.ZONE, "adoption-zones.csv");
        files.put(ScopeKind.STREET, "adoption-streets.csv");
        files.put(ScopeKind.CATEGORY, "adoption-categories.csv");
        return files;
    }

    private static Map<String, String> wide() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("premises", ReleaseMetrics.PREMISES);
        columns.put("registeredMerchants", "registeredMerchants");
        columns.put("approvedMerchants", "approvedMerchants");
        columns.put("activeOutlets7d", "activeOutlets7");
        columns.put("activeOutlets30d", "activeOutlets30");
        columns.put("adoptionRate", "adoptionRate");
        columns.put("target", ReleaseMetrics.TARGET);
        columns.put("transactions", "transactions");
        columns.put("amount", "amount");
        columns.put("medianAmount", "ticketMedian");
        columns.put("requestsPaidRate", "requestsPaidRate");
        return columns;
    }

    /** All tables, in the order of the release. */
    List<ReleaseFile> files() {
        List<ReleaseFile> files = new ArrayList<>();
        KIND_TO_FILE.forEach((kind, path) -> files.add(csv(path, tidy(kind))));
        files.add(csv(DISTRICTS_WIDE, districts()));
        files.add(csv(RANKING, ranking()));
        files.add(csv(PREMISES, premises()));
        content.correction().ifPresent(correction -> files.add(csv(CHANGES, changes(correction))));
        return files;
    }

    private static ReleaseFile csv(String path, CsvText table) {
        return ReleaseFile.text(path, ReleaseFile.CSV, table.toString());
    }

    private CsvText tidy(ScopeKind kind) {
        CsvText table = new CsvText(TableSchema.TIDY.names());
        for (ReleaseCell cell : content.cells()) {
            if (cell.scope().kind() == kind) {
                ReleaseScope scope = cell.scope();
                table.add(month(), scope.id(), scope.code(), scope.name(), scope.inside(), cell.metric(),
                        cell.text(), cell.unit().name(), cell.withheld().orElse(""));
            }
        }
        return table;
    }

    private CsvText districts() {
        CsvText table = new CsvText(TableSchema.DISTRICTS.names());
        content.of(ScopeKind.DISTRICT).forEach((district, cells) -> {
            List<String> row = new ArrayList<>(List.of(month(), district.code(), district.name()));
            WIDE.values().forEach(metric -> row.add(
                    Optional.ofNullable(cells.get(metric)).map(ReleaseCell::text).orElse("")));
            String withheld = WIDE.entrySet().stream()
                    .filter(column -> isWithheld(cells.get(column.getValue())))
                    .map(Map.Entry::getKey).collect(Collectors.joining(" "));
            row.add(Boolean.toString(!withheld.isEmpty()));
            row.add(withheld);
            table.add(row.toArray(String[]::new));
        });
        return table;
    }

    static boolean isWithheld(@Nullable ReleaseCell cell) {
        return cell != null && cell.withheld().isPresent();
    }

    private CsvText ranking() {
        CsvText table = new CsvText(TableSchema.RANKING.names());
        for (ReleaseRanking.Row row : ReleaseRanking.of(content).rows()) {
            table.add(month(), text(row.rank()), row.district().code(), row.district().name(), text(row.rate()),
                    text(row.before().rate()), text(row.change()), text(row.before().rank()),
                    text(row.rankChange()), row.size().sizeClass(), text(row.size().rank()),
                    Boolean.toString(row.highest()), Boolean.toString(row.mostImproved()));
        }
        return table;
    }

    private CsvText premises() {
        CsvText table = new CsvText(TableSchema.PREMISES.names());
        content.cells().stream().map(ReleaseCell::scope).distinct().forEach(scope -> {
            Baseline baseline = content.baselines().get(scope.id());
            if (baseline != null) {
                table.add(month(), scope.id(), scope.code(), scope.name(), Long.toString(baseline.premises()),
                        text(baseline.target()), baseline.validFrom().toString(), baseline.source());
            }
        });
        return table;
    }

    private CsvText changes(ReleaseContent.Correction correction) {
        CsvText table = new CsvText(TableSchema.CHANGES.names());
        correction.changes().forEach(change -> table.add(
                month(), change.scopeId(), change.metric(), change.before(), change.after()));
        return table;
    }

    private String month() {
        return content.number().month().toString();
    }

    private static String text(Optional<?> value) {
        return value.map(found -> found instanceof BigDecimal number ? number.toPlainString() : found.toString())
                .orElse("");
    }
}
