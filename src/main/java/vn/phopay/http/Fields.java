package vn.phopay.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the fields of a JSON body and collects what is wrong with them, so that a caller hears of all faults at once.
 * Read everything, then call {@link #check()}: until then a faulty required field reads as a harmless stand-in.
 */
public final class Fields {
    private static final String REQUIRED = "is required";

    private final JsonObject json;
    private final String base;
    private final List<Problem.FieldError> errors;

    private Fields(JsonObject json, String base, List<Problem.FieldError> errors) {
        this.json = json;
        this.base = base;
        this.errors = errors;
    }

    /** Reads a body; no JSON object is refused with {@code REQUEST_NOT_JSON}. An empty body reads as {@code {}}. */
    public static Fields parse(Buffer body) {
        return new Fields(toJson(body), "", new ArrayList<>());
    }

    /** Reads a body as {@link #parse} does. */
    static JsonObject toJson(Buffer body) {
        try {
            return body.length() == 0 ? new JsonObject() : new JsonObject(body);
        } catch (DecodeException | ClassCastException e) {
            throw new ProblemException(ProblemCode.REQUEST_NOT_JSON, "The body must be one JSON object in UTF-8.");
        }
    }

    /** Whether the member is there at all, even as null (RFC 7396 tells the two apart). */
    public boolean has(String name) {
        return json.containsKey(name);
    }

    /** Whether the member is there, but as null or a blank text: so a merge patch removes it. */
    public boolean isEmptied(String name) {
        Object value = json.getValue(name);
        boolean empty = value == null || value instanceof String text && text.isBlank();
        return json.containsKey(name) && empty;
    }

    /** Says of every member that is not among {@code names} that it cannot be set by this call. */
    public void allowOnly(Collection<String> names) {
        json.fieldNames().stream().filter(name -> !names.contains(name))
                .map(name -> name.replace("~", "~0").replace("/", "~1"))
                .forEach(name -> fail(name, "cannot be set by this call"));
    }

    /** A required text, stripped, of {@code min} to {@code max} characters. */
    public String text(String name, int min, int max) {
        Optional<String> value = optionalText(name, max);
        if (value.isEmpty() && !failed(name)) {
            fail(name, REQUIRED);
        }
        value.filter(v -> v.codePointCount(0, v.length()) < min)
                .ifPresent(v -> fail(name, "must have at least " + min + " characters"));
        return value.orElse("");
    }

    /** An optional text, stripped, of at most {@code max} characters; blank reads as missing. */
    public Optional<String> optionalText(String name, int max) {
        Object value = json.getValue(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            fail(name, "must be a text");
            return Optional.empty();
        }
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > max) {
            fail(name, "must have at most " + max + " characters");
            return Optional.empty();
        }
        if (!isStorable(stripped)) {
            fail(name, "must be a text without U+0000 and unpaired surrogates");
            return Optional.empty();
        }
        return Optional.of(stripped).filter(nonBlank -> !nonBlank.isEmpty());
    }

    /** An optional whole number of {@code min} to {@code max}; a fraction or a text is a fault. */
    public Optional<Long> optionalInteger(String name, long min, long max) {
        Object value = json.getValue(name);
        if (value == null) {
            return Optional.empty();
        }
        boolean whole = value instanceof Integer || value instanceof Long;
        long number = whole ? ((Number) value).longValue() : 0;
        if (!whole || number < min || number > max) {
            fail(name, "must be a whole number of " + min + " to " + max);
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** An optional {@code true} or {@code false}; anything else is a fault. */
    public Optional<Boolean> optionalFlag(String name) {
        Object value = json.getValue(name);
        if (value != null && !(value instanceof Boolean)) {
            fail(name, "must be true or false");
        }
        return value instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /** A required whole number of {@code min} to {@code max}. */
    public long integer(String name, long min, long max) {
        Optional<Long> value = optionalInteger(name, min, max);
        if (value.isEmpty() && !failed(name)) {
            fail(name, REQUIRED);
        }
        return value.orElse(min);
    }

    /** A required object, read further; missing reads as an empty one. */
    public Fields object(String name) {
        if (json.getValue(name) instanceof JsonObject child) {
            return new Fields(child, base + '/' + name, errors);
        }
        fail(name, json.containsKey(name) ? "must be an object" : REQUIRED);
        return new Fields(new JsonObject(), base + '/' + name, new ArrayList<>());
    }

    /** A list of objects of {@code min} to {@code max} members, each read further. */
    public List<Fields> objects(String name, int min, int max) {
        Object value = json.getValue(name);
        JsonArray array = value instanceof JsonArray given ? given : new JsonArray();
        if ((value != null && !(value instanceof JsonArray)) || array.size() < min || array.size() > max) {
            fail(name, "must be a list of " + min + " to " + max + " objects");
            return List.of();
        }
        List<Fields> children = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (array.getValue(i) instanceof JsonObject child) {
                children.add(new Fields(child, base + '/' + name + '/' + i, errors));
            } else {
                fail(name + '/' + i, "must be an object");
            }
        }
        return children;
    }

    /** A list of texts, at most {@code max} members. */
    public List<String> texts(String name, int max) {
        Object value = json.getValue(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array) || array.size() > max
                || !array.stream().allMatch(member -> member instanceof String text && isStorable(text))) {
            fail(name, "must be a list of at most " + max + " texts");
            return List.of();
        }
        return array.stream().map(String.class::cast).toList();
    }

    /** Reads an optional text by {@code reader}; where that is empty, {@code expected} is said of the field. */
    public <T> Optional<T> optional(String name, Function<String, Optional<T>> reader, String expected) {
        Optional<String> text = optionalText(name, EndpointSpec.JSON_BODY_BYTES_MAX);
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            fail(name, expected);
        }
        return value;
    }

    /** Reads a required text by {@code reader}; {@code standIn} is what a faulty one is until {@link #check()}. */
    public <T> T required(String name, Function<String, Optional<T>> reader, String expected, T standIn) {
        Optional<T> value = optional(name, reader, expected);
        if (value.isEmpty() && !failed(name)) {
            fail(name, REQUIRED);
        }
        return value.orElse(standIn);
    }

    /** As {@link #required}, but the text is taken exactly as sent: blanks at its ends count, as in a password. */
    public <T> T verbatim(String name, Function<String, Optional<T>> reader, String expected, T standIn) {
        Object value = json.getValue(name);
        if (!(value instanceof String text)) {
            fail(name, value == null ? REQUIRED : "must be a text");
            return standIn;
        }
        Optional<T> read = reader.apply(text);
        if (read.isEmpty()) {
            fail(name, expected);
        }
        return read.orElse(standIn);
    }

    /** Says that the field called {@code name} is wrong. */
    public void fail(String name, String detail) {
        errors.add(new Problem.FieldError(base + '/' + name, detail));
    }

    /** Refuses the call with {@code REQUEST_INVALID} where any field was wrong. */
    public void check() {
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    ProblemCode.REQUEST_INVALID, "Please correct the fields named in errors.", errors));
        }
    }

    /** Whether PostgreSQL can hold {@code text}: its UTF-8 has neither U+0000 nor half a character. */
    static boolean isStorable(String text) {
        return text.indexOf(0) < 0
                && text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private boolean failed(String name) {
        String pointer = base + '/' + name;
        return errors.stream().anyMatch(e -> e.pointer().equals(pointer));
    }
}
