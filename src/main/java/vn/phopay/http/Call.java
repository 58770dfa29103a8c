package vn.phopay.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.Authenticator.Session;
import vn.phopay.access.Principal;

/**
 * One request as an endpoint sees it.
 *
 * @param requestId id that stands in the answer, the log and every audit entry
 * @param receivedAt when its head arrived here
 * @param clientAddress address of the caller, for rate limits only; never logged or kept
 * @param address path and query as they were called, undecoded
 * @param pathParameters decoded members of the path template
 * @param rawQuery what stands behind the {@code ?}, undecoded; empty where there was none
 * @param query decoded query parameters
 * @param headers request headers
 * @param rawBody the body's bytes as received; empty where there was none, or where it is streamed
 * @param stream the body while it comes in, paused; null but for routes that are {@link EndpointSpec#isStreamed()}
 * @param session the live session that the call was made with, where one was sent
 */
public record Call(
        String requestId,
        Instant receivedAt,
        String clientAddress,
        String address,
        Map<String, String> pathParameters,
        String rawQuery,
        MultiMap query,
        MultiMap headers,
        Buffer rawBody,
        @Nullable BodyStream stream,
        @Nullable Session session) {

    /** The same call, made with {@code live}. */
    public Call by(Session live) {
        return new Call(requestId, receivedAt, clientAddress, address, pathParameters, rawQuery, query, headers,
                rawBody, stream, live);
    }

    /** Who is behind the session; null where none was sent. */
    public @Nullable Principal caller() {
        Session live = session;
        return live == null ? null : live.principal();
    }

    /** The caller of a route that needs a session. */
    public Principal principal() {
        Principal caller = caller();
        if (caller == null) {
            throw new ProblemException(ProblemCode.AUTH_REQUIRED, "This call needs a session.");
        }
        return caller;
    }

    /** A member of the path template; nothing is at an address with U+0000, which no stored text can hold. */
    public String path(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no path member " + name);
        }
        if (!Fields.isStorable(value)) {
            throw new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is nothing at this address.");
        }
        return value;
    }

    /** The first value of a query parameter; empty where it is missing or blank; refuses U+0000. */
    public Optional<String> queryParameter(String name) {
        Optional<String> value = Optional.ofNullable(query.get(name)).filter(text -> !text.isBlank());
        if (!value.map(Fields::isStorable).orElse(true)) {
            throw ProblemException.ofField("?" + name, "must be a text without U+0000");
        }
        return value;
    }

    /** The first value of a header; empty where it is missing. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as a JSON object, read field by field; refuses anything else with {@code REQUEST_NOT_JSON}. */
    public Fields body() {
        return Fields.parse(rawBody);
    }
}
