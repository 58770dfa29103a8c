package vn.phopay.ops;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Whether one invariant holds.
 *
 * @param invariant its name
 * @param offenders how many rows break it
 * @param samples at most ten of them
 */
public record InvariantResult(String invariant, long offenders, List<String> samples) {
    /** Copies {@code samples}. */
    public InvariantResult {
        samples = List.copyOf(samples);
    }

    /** Whether nothing breaks it. */
    public boolean holds() {
        return offenders == 0;
    }

    /** {@code {invariant, holds, offenders: {count, samples}}}. */
    public JsonObject toJson() {
        return new JsonObject()
                .put("invariant", invariant)
                .put("holds", holds())
                .put("offenders", new JsonObject().put("count", offenders).put("samples", new JsonArray(samples)));
    }
}
