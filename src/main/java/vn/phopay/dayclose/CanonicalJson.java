package vn.phopay.dayclose;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the one form that RFC 8785 (JCS) gives it: no blanks, members sorted by UTF-16 code units, the shortest
 * escapes. Numbers are whole and at most 2<sup>53</sup>−1 either way, which every JSON reader keeps exactly; larger
 * ones belong into texts. Equal values give equal bytes, so that a hash of them is a hash of the value.
 */
final class CanonicalJson {
    /** Largest whole number that I-JSON (RFC 7493 section 2.2) lets every reader keep exactly. */
    static final long NUMBER_MAX = (1L << 53) - 1;
    private static final char FIRST_PRINTABLE = ' ';

    private CanonicalJson() {}

    /**
     * Writes {@code object}.
     *
     * @throws IllegalArgumentException where it holds a fraction, a number beyond {@link #NUMBER_MAX}, half a surrogate
     *     pair or anything that JSON does not know
     */
    static String write(JsonObject object) {
        StringBuilder text = new StringBuilder();
        append(text, object);
        return text.toString();
    }

    /** Whether {@code text} is exactly what {@link #write} makes of {@code object}. */
    static boolean isFormOf(JsonObject object, String text) {
        try {
            return write(object).equals(text);
        } catch (IllegalArgumentException hasNoCanonicalForm) {
            return false;
        }
    }

    /** The object that {@code text} is; empty where it is none, or holds what cannot be read. */
    static Optional<JsonObject> read(String text) {
        try {
            return Optional.of(new JsonObject(text));
        } catch (RuntimeException noObject) {
            // Vert.x tells malformed text, other values and too deep nesting by different exceptions.
            return Optional.empty();
        }
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("null");
            case Boolean truth -> text.append(truth.booleanValue());
            case Integer number -> text.append(number.intValue());
            case Long number -> text.append(within(number));
            case String string -> appendString(text, string);
            case JsonObject object -> appendObject(text, object);
            case JsonArray array -> appendArray(text, array);
            default -> throw new IllegalArgumentException("no canonical form of a " + value.getClass().getName());
        }
    }

    private static long within(long number) {
        if (number > NUMBER_MAX || number < -NUMBER_MAX) {
            throw new IllegalArgumentException(number + " is no number that every JSON reader keeps");
        }
        return number;
    }

    /** String's own order is the order of UTF-16 code units that RFC 8785 section 3.2.3 asks for. */
    private static void appendObject(StringBuilder text, JsonObject object) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        object.fieldNames().forEach(name -> sorted.put(name, object.getValue(name)));
        String separator = "{";
        for (var member : sorted.entrySet()) {
            text.append(separator);
            appendString(text, member.getKey());
            append(text.append(':'), member.getValue());
            separator = ",";
        }
        text.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void appendArray(StringBuilder text, JsonArray array) {
        text.append('[');
        for (Iterator<Object> elements = array.iterator(); elements.hasNext();) {
            append(text, elements.next());
            text.append(elements.hasNext() ? "," : "");
        }
        text.append(']');
    }

    private static void appendString(StringBuilder text, String string) {
        text.append('"');
        int codePoint;
        for (int i = 0; i < string.length(); i += Character.charCount(codePoint)) {
            codePoint = string.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("half a surrogate pair has no form in UTF-8");
            }
            appendCharacter(text, codePoint);
        }
        text.append('"');
    }

    private static void appendCharacter(StringBuilder text, int codePoint) {
        switch (codePoint) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (codePoint < FIRST_PRINTABLE) {
                    text.append(String.format("\\u%04x", codePoint));
                } else {
                    text.appendCodePoint(codePoint);
                }
            }
        }
    }
}
