package vn.phopay.simulator.sender;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * What a sender heard back.
 *
 * @param status HTTP status; 0 where no answer came
 * @param body as text
 * @param retryAfterMs what the answer asked to wait, 0 for nothing
 */
public record Answer(int status, String body, long retryAfterMs) {
    /** The connection broke, or nothing came in time. */
    public static final Answer NONE = new Answer(0, "", 0);

    /** Whether the body is a JSON object whose member has this value. */
    boolean says(String member, Object value) {
        return Objects.equals(json().getValue(member), value);
    }

    /** The body as a JSON object; an empty one where it is none. */
    public JsonObject json() {
        try {
            return body.isBlank() ? new JsonObject() : new JsonObject(body);
        } catch (DecodeException | ClassCastException noObject) {
            return new JsonObject();
        }
    }
}
