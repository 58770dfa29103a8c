package vn.phopay.http.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;

/** Holds what the service really answers against what the document says of it. */
public final class AnswerAgreement {
    private static final SchemaValidatorsConfig FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private AnswerAgreement() {}

    /** What {@code answer} to {@code operation}, such as {@code GET /api/v1/places}, has that is not described. */
    public static List<String> findings(String operation, HttpResponse<String> answer) {
        OpenApiDocument document = OpenApiDocument.shipped();
        JsonNode described = document.operation(operation).at("/responses/" + answer.statusCode());
        if (described.isMissingNode()) {
            return List.of(operation + " answers " + answer.statusCode());
        }
        String type = answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", "");
        JsonNode media = document.resolve(described).path("content").path(type);
        if (media.isMissingNode()) {
            return List.of(operation + ' ' + answer.statusCode() + " is of the type " + type);
        }
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(document.standalone(media.get("schema")), FORMATS);
        return schema.validate(parse(answer.body())).stream().map(ValidationMessage::getMessage).toList();
    }

    /** The example of a request's body. */
    public static JsonObject requestExample(String operation) {
        JsonNode media = OpenApiDocument.shipped().operation(operation)
                .at("/requestBody/content").path("application/json");
        return new JsonObject(media.get("example").toString());
    }

    private static JsonNode parse(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }
}
