package vn.phopay.cli;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.CallbackRequest;

/** A request that somebody wrote down as one line of JSON. */
record RequestLine(CallbackRequest request) {
    /**
     * Reads a line; {@code method} is what it has where the line names none.
     *
     * @throws io.vertx.core.json.DecodeException where it is no JSON
     * @throws ClassCastException where a member is of another kind
     */
    static RequestLine parse(String line, String method) {
        JsonObject json = new JsonObject(line);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        json.getJsonObject("headers", new JsonObject()).forEach(header -> addAll(headers, header));
        return new RequestLine(new CallbackRequest(
                json.getString("method", method).toUpperCase(Locale.ROOT),
                query(json.getValue("query")),
                headers,
                Buffer.buffer(json.getString("rawBody", ""))));
    }

    private static void addAll(MultiMap headers, Map.Entry<String, Object> header) {
        if (header.getValue() instanceof JsonArray values) {
            values.forEach(value -> headers.add(header.getKey(), String.valueOf(value)));
        } else if (header.getValue() != null) {
            headers.add(header.getKey(), String.valueOf(header.getValue()));
        }
    }

    /** A raw query, or its decoded members. */
    private static String query(@Nullable Object query) {
        if (query == null) {
            return "";
        }
        if (query instanceof JsonObject members) {
            return members.stream()
                    .map(member -> encode(member.getKey()) + '=' + encode(String.valueOf(member.getValue())))
                    .collect(Collectors.joining("&"));
        }
        String text = (String) query;
        return text.startsWith("?") ? text.substring(1) : text;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
