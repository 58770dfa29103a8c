package vn.phopay.http.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.Yaml;
import vn.phopay.http.StaticFile;

/** The product's own description, read for tests. */
final class OpenApiDocument {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode root;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    static OpenApiDocument shipped() {
        Object tree = new Yaml().load(StaticFile.read(GetOpenApi.RESOURCE).toString());
        return new OpenApiDocument(new ObjectMapper().valueToTree(tree));
    }

    JsonNode root() {
        return root;
    }

    /** Every operation by its method and path, {@code GET /api/v1/places}. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        root.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> operations.put(
                        member.getKey().toUpperCase(Locale.ROOT) + ' ' + path.getKey(), member.getValue())));
        return operations;
    }

    /** One operation; fails where it is not described. */
    JsonNode operation(String name) {
        return Optional.ofNullable(operations().get(name))
                .orElseThrow(() -> new AssertionError(name + " is not described"));
    }

    /** The node, or what it refers to inside this document; a dangling reference fails. */
    JsonNode resolve(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        JsonNode target = root.at(node.get("$ref").asText().substring(1));
        if (target.isMissingNode()) {
            throw new AssertionError("nothing stands at " + node.get("$ref"));
        }
        return resolve(target);
    }

    /** The parameters of an operation, resolved. */
    List<JsonNode> parameters(JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        return parameters;
    }

    /** Every media type of a request, response or of the shared parts, by where it stands. */
    Map<String, JsonNode> mediaTypes() {
        Map<String, JsonNode> whereToMedia = new LinkedHashMap<>();
        walk("", root, (where, node) -> {
            // A member of a schema may be called so too.
            if (where.endsWith("/content") && !where.endsWith("/properties/content")) {
                node.properties().forEach(media -> whereToMedia.put(where + ' ' + media.getKey(), media.getValue()));
            }
        });
        return whereToMedia;
    }

    /** The examples of a media type or parameter; empty where it has none. */
    List<JsonNode> examples(JsonNode media) {
        List<JsonNode> examples = new ArrayList<>();
        if (media.has("example")) {
            examples.add(media.get("example"));
        }
        media.path("examples").forEach(example -> examples.add(resolve(example).get("value")));
        return examples;
    }

    /** A schema that stands alone: with all shared schemas beside it, so that its references hold. */
    JsonNode standalone(JsonNode schema) {
        ObjectNode alone = ((ObjectNode) root).objectNode();
        alone.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        alone.putObject("components").set("schemas", root.at("/components/schemas"));
        alone.putArray("allOf").add(schema);
        return alone;
    }

    private static void walk(String where, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(where, node);
        if (node.isObject()) {
            node.properties().forEach(member -> walk(where + '/' + member.getKey(), member.getValue(), visitor));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(where + '/' + i, node.get(i), visitor);
        }
    }
}
