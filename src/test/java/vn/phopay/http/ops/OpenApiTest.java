package vn.phopay.http.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.phopay.http.Access;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;

/** Holds the description against itself: examples against schemas, codes against {@link ProblemCode}. */
class OpenApiTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final OpenApiDocument document = OpenApiDocument.shipped();

    @Test
    void everyExampleShouldBeValidAgainstItsSchema() {
        List<String> findings = new ArrayList<>();
        document.mediaTypes().forEach((where, media) -> {
            JsonSchema schema = SCHEMAS.getSchema(document.standalone(media.get("schema")), FORMATS);
            document.examples(media).forEach(example ->
                    schema.validate(example).forEach(fault -> findings.add(where + ": " + fault.getMessage())));
        });
        document.operations().forEach((name, operation) -> document.parameters(operation).forEach(parameter -> {
            JsonSchema schema = SCHEMAS.getSchema(document.standalone(parameter.get("schema")), FORMATS);
            document.examples(parameter).forEach(example -> schema.validate(example)
                    .forEach(fault -> findings.add(name + ' ' + parameter.get("name") + ": " + fault.getMessage())));
        }));
        assertEquals(List.of(), findings);
    }

    @Test
    void validationShouldFindAWrongExample() {
        JsonNode verdict = document.root().at("/components/schemas/Verdict");
        JsonSchema schema = SCHEMAS.getSchema(document.standalone(verdict), FORMATS);

        assertFalse(schema.validate(verdict).isEmpty(), "a schema is no verdict, and must not pass for one");
    }

    @Test
    void everyBodyShouldHaveAnExample() {
        List<String> without = document.mediaTypes().entrySet().stream()
                .filter(media -> document.examples(media.getValue()).isEmpty())
                .map(media -> media.getKey())
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyProblemCodeShouldBeListedOnceWithItsStatus() {
        Set<String> expected = Arrays.stream(ProblemCode.values())
                .map(code -> code.name() + ' ' + code.status() + ' ' + code.title() + ' ' + code.type())
                .collect(Collectors.toSet());
        Set<String> listed = new HashSet<>();
        document.root().get("x-problem-codes").properties().forEach(code -> listed.add(code.getKey() + ' '
                + code.getValue().get("status").asInt() + ' ' + code.getValue().get("title").asText() + ' '
                + code.getValue().get("type").asText()));
        assertEquals(new TreeSet<>(expected), new TreeSet<>(listed));

        List<String> values = new ArrayList<>();
        document.root().at("/components/schemas/ProblemCode/enum").forEach(value -> values.add(value.asText()));
        assertEquals(Arrays.stream(ProblemCode.values()).map(Enum::name).toList(), values);
    }

    @Test
    void everyProblemExampleShouldStandUnderItsOwnStatus() {
        List<String> findings = new ArrayList<>();
        document.operations().forEach((name, operation) -> operation.get("responses").properties().forEach(answer ->
                document.resolve(answer.getValue()).path("content").path("application/problem+json").path("examples")
                        .properties().forEach(example -> {
                            JsonNode problem = document.resolve(example.getValue()).get("value");
                            ProblemCode code = ProblemCode.valueOf(example.getKey());
                            boolean right = problem.get("code").asText().equals(code.name())
                                    && problem.get("status").asInt() == code.status()
                                    && answer.getKey().equals(Integer.toString(code.status()));
                            if (!right) {
                                findings.add(name + ' ' + answer.getKey() + ' ' + example.getKey());
                            }
                        })));
        assertEquals(List.of(), findings);
    }

    @Test
    void everyReferenceShouldLeadSomewhereAndEveryOperationHaveItsOwnId() {
        Set<String> ids = new HashSet<>();
        document.operations().forEach((name, operation) -> {
            assertTrue(ids.add(operation.get("operationId").asText()), name);
            operation.get("responses").forEach(document::resolve);
            document.parameters(operation).forEach(parameter -> document.resolve(parameter.get("schema")));
        });
        document.root().findValues("$ref").forEach(reference -> assertFalse(
                document.root().at(reference.asText().substring(1)).isMissingNode(), reference.asText()));
    }

    @Test
    void agreementShouldNameWhatIsMissingOnEitherSideAndWhatDiffers() {
        List<String> findings = RouteAgreement.findings(List.of(
                EndpointSpec.get("/api/v1/never", Access.ANYONE),
                EndpointSpec.get("/health/live", Access.ADMIN),
                new EndpointSpec(HttpMethod.POST, "/api/v1/merchants", Access.ANYONE, 10, false),
                EndpointSpec.get("/health/ready", Access.ANYONE)));

        assertTrue(findings.contains("GET /api/v1/never: is registered and not described"), findings.toString());
        assertTrue(findings.contains("GET /api/v1/places: is described and not registered"), findings.toString());
        assertTrue(findings.contains("GET /health/live: is for [ADMIN], described for []"), findings.toString());
        assertTrue(findings.contains("POST /api/v1/merchants: idempotent is false, described otherwise"));
        assertTrue(findings.stream().noneMatch(finding -> finding.startsWith("GET /health/ready")));
    }
}
