package vn.phopay.bank.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value (RFC 8259) in which every number is still the token that its sender wrote: {@code 50000} does not become
 * {@code 50000.0} and a long id does not become {@code 4.08E9}.
 */
public sealed interface Json {
    /** Deeper values are refused. */
    int DEPTH_MAX = 32;

    /** An object; the members stand in the order sent. */
    record Obj(Map<String, Json> members) implements Json {
        /** Copies {@code members}. */
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** A list. */
    record Arr(List<Json> items) implements Json {
        /** Copies {@code items}. */
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A text. */
    record Str(String text) implements Json {}

    /** A number, as its sender wrote it. */
    record Num(String token) implements Json {}

    /** True or false. */
    record Bool(boolean value) implements Json {}

    /** Null. */
    record Null() implements Json {}

    /**
     * Reads one object and nothing after it; empty for anything else, for a member that stands twice (the sender signed
     * both, and they could mean two things), and for a value nested deeper than {@link #DEPTH_MAX}.
     */
    static Optional<Obj> parseObject(byte[] utf8) {
        try (JsonParser parser = Reader.JSON.createParser(utf8)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Json value = Reader.read(parser, 0);
            return parser.nextToken() == null && value instanceof Obj object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Turns tokens into values. */
    final class Reader {
        private static final JsonFactory JSON = new JsonFactory();

        private Reader() {}

        private static Json read(JsonParser parser, int depth) throws IOException {
            if (depth > DEPTH_MAX) {
                throw new IOException("nested too deeply");
            }
            return switch (parser.currentToken()) {
                case START_OBJECT -> readObject(parser, depth);
                case START_ARRAY -> readArray(parser, depth);
                case VALUE_STRING -> new Str(parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(parser.getText());
                case VALUE_TRUE -> new Bool(true);
                case VALUE_FALSE -> new Bool(false);
                case VALUE_NULL -> new Null();
                default -> throw new IOException("no value");
            };
        }

        private static Json readObject(JsonParser parser, int depth) throws IOException {
            Map<String, Json> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (members.put(name, read(parser, depth + 1)) != null) {
                    throw new IOException("a member stands twice");
                }
            }
            return new Obj(members);
        }

        private static Json readArray(JsonParser parser, int depth) throws IOException {
            List<Json> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser, depth + 1));
            }
            return new Arr(items);
        }
    }
}
