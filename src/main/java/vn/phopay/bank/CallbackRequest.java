package vn.phopay.bank;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * One call of a sender as it came, before anything of it is believed.
 *
 * @param method HTTP method, upper case
 * @param rawQuery what stands behind the {@code ?}, undecoded; empty where there was none
 * @param headers its headers
 * @param rawBody its bytes; empty where there were none
 */
public record CallbackRequest(String method, String rawQuery, MultiMap headers, Buffer rawBody) {
    /** A POST of {@code rawBody}. */
    public static CallbackRequest post(MultiMap headers, Buffer rawBody) {
        return new CallbackRequest("POST", "", headers, rawBody);
    }

    /** Whether it carries nothing at all, as when a portal tries an address out. */
    public boolean isEmpty() {
        return rawQuery.isEmpty() && rawBody.length() == 0;
    }

    /** What is kept of it: the body, or the query where the sender puts everything there. */
    public Buffer evidence() {
        return rawBody.length() > 0 ? rawBody : Buffer.buffer(rawQuery);
    }
}
