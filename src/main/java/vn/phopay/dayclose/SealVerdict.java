package vn.phopay.dayclose;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier says about one seal.
 *
 * @param line its number in the list, from 1
 * @param businessDate the day it says that it seals; null where it does not say
 * @param hash what the document hashes to; null where there is none
 * @param follows where it stands in the chain; null where that was not looked at
 * @param fault what is wrong; null where nothing is
 */
public record SealVerdict(int line, @Nullable LocalDate businessDate, @Nullable String hash, @Nullable Follows follows,
                          @Nullable SealFault fault) {
    /** What a seal follows. */
    public enum Follows {
        /** It is the first of its chain. */
        GENESIS,
        /** The seal before it in the list, or the hash that the caller gave. */
        PREVIOUS,
        /** It is the first of an excerpt: what came before was not shown. */
        NOT_SHOWN
    }

    /** Whether nothing is wrong with it. */
    public boolean valid() {
        return fault == null;
    }

    /** {@code {line, businessDate?, valid, reason?, hash?, follows?}}. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject().put("line", line);
        if (businessDate != null) {
            json.put("businessDate", businessDate.toString());
        }
        json.put("valid", valid());
        if (fault != null) {
            json.put("reason", fault.name());
        }
        if (hash != null) {
            json.put("hash", hash);
        }
        if (follows != null) {
            json.put("follows", follows.name());
        }
        return json;
    }
}
