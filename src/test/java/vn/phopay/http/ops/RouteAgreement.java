package vn.phopay.http.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import vn.phopay.http.EndpointSpec;

/** Holds a document against registered routes: the same calls, for the same people, with the same limits. */
public final class RouteAgreement {
    private static final Pattern PATH_MEMBER = Pattern.compile("\\{([A-Za-z0-9]+)}");

    /** First members of the addresses that programs call. */
    private static final Set<String> PROGRAMS = Set.of(
            "", "api", "assets", "docs", "health", "metrics", "openapi.yaml", ".well-known", "vietqrvn", "callbacks",
            "open-data");

    private RouteAgreement() {}

    /** What the shipped document and {@code routes} disagree about, sorted; empty where they agree. */
    public static List<String> findings(Collection<EndpointSpec> routes) {
        OpenApiDocument document = OpenApiDocument.shipped();
        Set<String> findings = new TreeSet<>();
        Set<String> registered = new HashSet<>();
        for (EndpointSpec route : routes) {
            String name = route.method().name() + ' ' + route.path();
            registered.add(name);
            JsonNode operation = document.operations().get(name);
            if (operation == null && isPage(route)) {
                continue;
            }
            if (operation == null) {
                findings.add(name + ": is registered and not described");
            } else {
                compare(document, route, operation).forEach(finding -> findings.add(name + ": " + finding));
            }
        }
        document.operations().keySet().stream()
                .filter(name -> !registered.contains(name))
                .forEach(name -> findings.add(name + ": is described and not registered"));
        return List.copyOf(findings);
    }

    /** What people look at is no interface to programs: only its address, in Vietnamese words, is kept stable. */
    private static boolean isPage(EndpointSpec route) {
        return !PROGRAMS.contains(route.path().split("/", -1)[1]);
    }

    private static List<String> compare(OpenApiDocument document, EndpointSpec route, JsonNode operation) {
        List<String> findings = new ArrayList<>();
        Set<String> roles = route.access().roles().stream().map(Enum::name).collect(Collectors.toSet());
        Set<String> described = StreamSupport.stream(operation.get("x-roles").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        if (!roles.equals(described)) {
            findings.add("is for " + roles + ", described for " + described);
        }
        if (operation.has("requestBody") && route.bodyBytesMax() == 0) {
            findings.add("takes no body, described with one");
        }
        List<JsonNode> parameters = document.parameters(operation);
        if (route.idempotent() != names(parameters, "header").contains("Idempotency-Key")) {
            findings.add("idempotent is " + route.idempotent() + ", described otherwise");
        }
        Set<String> members = new HashSet<>();
        Matcher path = PATH_MEMBER.matcher(route.path());
        while (path.find()) {
            members.add(path.group(1));
        }
        if (!members.equals(names(parameters, "path"))) {
            findings.add("has the path members " + members + ", described " + names(parameters, "path"));
        }
        return findings;
    }

    private static Set<String> names(List<JsonNode> parameters, String in) {
        return parameters.stream()
                .filter(parameter -> parameter.get("in").asText().equals(in))
                .map(parameter -> parameter.get("name").asText())
                .collect(Collectors.toSet());
    }
}
