package vn.phopay.dayclose;

import io.vertx.core.json.JsonObject;

/**
 * Something that speaks against closing a day.
 *
 * @param kind which rule
 * @param detail in words
 * @param evidence what was found; whole numbers and texts only
 */
public record Blocker(BlockerKind kind, String detail, JsonObject evidence) {
    /** Copies {@code evidence}. */
    public Blocker {
        evidence = evidence.copy();
    }

    /** A hash of exactly what was found: who accepts this has not accepted anything worse that comes later. */
    public String finding() {
        return Seal.hashOf(CanonicalJson.write(new JsonObject().put(kind.name(), evidence)));
    }
}
