package vn.phopay.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * An error answer, RFC 9457 {@code application/problem+json}.
 *
 * @param code the stable kind of error
 * @param detail what went wrong with this very call, in words for the caller
 * @param errors faults of single fields, empty where the fault is of the whole
 */
public record Problem(ProblemCode code, String detail, List<FieldError> errors) {
    /** Media type of RFC 9457. */
    public static final String CONTENT_TYPE = "application/problem+json";

    /** Copies {@code errors}. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem of the whole call. */
    public Problem(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    /**
     * What is wrong with one field.
     *
     * @param pointer JSON pointer (RFC 6901) into the request's body, or {@code ?name} for a query parameter
     * @param detail what was expected
     */
    public record FieldError(String pointer, String detail) {}

    /** The answer, without a request id: the outermost decorator adds that. */
    public Reply toReply() {
        JsonObject body = new JsonObject()
                .put("type", code.type())
                .put("title", code.title())
                .put("status", code.status())
                .put("code", code.name())
                .put("detail", detail);
        if (!errors.isEmpty()) {
            JsonArray list = new JsonArray();
            errors.forEach(e -> list.add(new JsonObject().put("pointer", e.pointer()).put("detail", e.detail())));
            body.put("errors", list);
        }
        return Reply.bytes(code.status(), CONTENT_TYPE, body.toBuffer());
    }
}
