package vn.phopay.opendata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.lib.ShLib;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.release.Release;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.ReleaseOffice;
import vn.phopay.testing.ReleaseTown;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Descriptions of the data are valid by the rules of those who read them, and true of the data. */
class CatalogueShapesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("catalogue_shapes");

    @TempDir
    static Path keyDir;

    private static ReleaseOffice office;
    private static Release release;
    private static Shelf shelf;

    @BeforeAll
    static void publish() {
        office = new ReleaseOffice(DB.pool(), new MovableClock(Instant.parse("2026-11-06T02:00:00Z")), keyDir);
        ReleaseTown town = new ReleaseTown(DB.pool(), 5)
                .shops(40, "district-002", "ward-00070-2025", "street-hang-ngang")
                .shops(3, "district-003", "ward-00103-2025", "")
                .premises("district-002", 100).premises("district-003", 100);
        town.trade(YearMonth.of(2026, 10), 1_000);
        office.publish(YearMonth.of(2026, 10), "");
        town.shops(20, "district-002", "ward-00070-2025", "").trade(YearMonth.of(2026, 10), 1_000);
        release = office.publish(YearMonth.of(2026, 10), "Hai mươi cửa hàng nhập muộn.");
        shelf = TestPostgres.await(OpenDataIndex.open(DB.pool(), URI.create("https://phopay.example"))).shelf();
    }

    @Test
    void catalogueShouldHoldTheShapesOfDcatAp() {
        Shapes shapes = Shapes.parse(RDFParser.source("dcat-ap/shapes.ttl").lang(Lang.TURTLE).toGraph());
        Model model = model(shelf.catalogue().bytes().toString());
        ValidationReport report = ShaclValidator.get().validate(shapes, model.getGraph());
        if (!report.conforms()) {
            ShLib.printReport(report);
        }
        assertTrue(report.conforms(), () -> report.getEntries().toString());
        assertTrue(model.size() > 300, "triples: " + model.size());
    }

    @Test
    void shapesShouldFindWhatIsMissing() {
        Shapes shapes = Shapes.parse(RDFParser.source("dcat-ap/shapes.ttl").lang(Lang.TURTLE).toGraph());
        for (String member : List.of("publisher", "title", "description", "accessURL", "license", "checksumValue",
                "theme", "startDate")) {
            String text = shelf.catalogue().bytes().toString();
            int data = text.indexOf("open-data/catalog.jsonld");
            String broken = text.substring(0, data)
                    + text.substring(data).replace("\"" + member + "\" :", "\"x-" + member + "\" :");
            assertFalse(ShaclValidator.get().validate(shapes, model(broken).getGraph()).conforms(),
                    "nobody misses " + member);
        }
    }

    private static Model model(String jsonld) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(jsonld), "https://phopay.example/", Lang.JSONLD);
        return model;
    }

    @Test
    void packagesShouldBeValidFrictionlessDescriptors() throws IOException {
        JsonSchema schema = schema("frictionless/tabular-data-package.json");
        for (String text : List.of(office.file(release, "datapackage.json").bytes().toString(),
                shelf.dataPackage().bytes().toString())) {
            assertEquals(Set.of(), schema.validate(text, InputFormat.JSON));
        }
        assertFalse(schema.validate("{\"name\":\"x\",\"resources\":[{\"name\":\"A b\",\"path\":\"../x.csv\"}]}",
                InputFormat.JSON).isEmpty());
    }

    @Test
    void tablesShouldBeWhatTheirSchemasSay() {
        JsonArray resources =
                new JsonObject(office.file(release, "datapackage.json").bytes()).getJsonArray("resources");
        assertEquals(10, resources.size());
        for (int i = 0; i < resources.size(); i++) {
            JsonObject resource = resources.getJsonObject(i);
            String path = resource.getString("path");
            assertEquals("sha256:" + office.file(release, path).sha256(), resource.getString("hash"));
            List<String> faults =
                    faults(office.file(release, path).bytes().toString(), resource.getJsonObject("schema"));
            assertEquals(List.of(), faults, path);
        }
    }

    /** Table Schema v1: header, types, required, enum and primary key; an empty text is a missing value. */
    private static List<String> faults(String csv, JsonObject schema) {
        List<List<String>> rows = CsvReader.builder().ofCsvRecord(csv).stream().map(row -> row.getFields()).toList();
        List<JsonObject> fields = schema.getJsonArray("fields").stream().map(JsonObject.class::cast).toList();
        List<String> names = fields.stream().map(field -> field.getString("name")).toList();
        List<String> faults = new ArrayList<>();
        if (!rows.getFirst().equals(names)) {
            faults.add("header " + rows.getFirst());
        }
        Set<List<String>> keys = new HashSet<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int i = 0; i < fields.size(); i++) {
                if (!fits(row.get(i), fields.get(i))) {
                    faults.add(names.get(i) + " of " + row);
                }
            }
            if (!keys.add(schema.getJsonArray("primaryKey").stream()
                    .map(name -> row.get(names.indexOf(name))).toList())) {
                faults.add("twice: " + row);
            }
        }
        return faults;
    }

    private static boolean fits(String value, JsonObject field) {
        JsonObject constraints = field.getJsonObject("constraints", new JsonObject());
        if (value.isEmpty()) {
            return !constraints.getBoolean("required", false);
        }
        boolean typed = value.matches(switch (field.getString("type")) {
            case "integer" -> "-?\\d+";
            case "number" -> "-?\\d+(\\.\\d+)?";
            case "boolean" -> "true|false";
            case "date" -> "\\d{4}-\\d{2}-\\d{2}";
            case "yearmonth" -> "\\d{4}-\\d{2}";
            default -> "(?s).*";
        });
        return typed && (!constraints.containsKey("enum") || constraints.getJsonArray("enum").contains(value));
    }

    @Test
    void metadataOfTablesShouldBeCsvOnTheWeb() throws IOException {
        JsonSchema schema = schema("csvw/table.json");
        for (PublishedRelease one : shelf.releases()) {
            one.files().keySet().stream().filter(path -> path.endsWith(".csv")).forEach(path ->
                    assertTrue(one.file(path + "-metadata.json").isPresent(), path));
        }
        for (String path : List.of(
                "districts.csv", "adoption-wards.csv", "ranking.csv", "changes.csv", "premises.csv")) {
            String text = office.file(release, path + "-metadata.json").bytes().toString();
            assertEquals(Set.of(), schema.validate(text, InputFormat.JSON));
            List<String> names = new JsonObject(text).getJsonObject("tableSchema").getJsonArray("columns").stream()
                    .map(column -> ((JsonObject) column).getString("name")).toList();
            assertEquals(String.join(",", names),
                    office.file(release, path).bytes().toString().lines().findFirst().orElseThrow());
        }
    }

    private static JsonSchema schema(String name) throws IOException {
        try (InputStream in = CatalogueShapesTest.class.getResourceAsStream("/" + name)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(
                    new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
