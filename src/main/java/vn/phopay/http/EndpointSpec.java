package vn.phopay.http;

import io.vertx.core.http.HttpMethod;

/**
 * The declaration of a route.
 *
 * @param method HTTP method
 * @param path path template as OpenAPI writes it, {@code /api/v1/merchants/{id}}
 * @param access who may call it
 * @param bodyBytesMax largest request body in bytes; 0 means that it takes none, -1 that the endpoint streams it
 * @param idempotent whether it honours {@code Idempotency-Key}
 */
public record EndpointSpec(HttpMethod method, String path, Access access, int bodyBytesMax, boolean idempotent) {
    /** Bodies of ordinary JSON calls, in bytes. */
    public static final int JSON_BODY_BYTES_MAX = 65_536;

    private static final int STREAMED = -1;

    /** A read: no body. */
    public static EndpointSpec get(String path, Access access) {
        return new EndpointSpec(HttpMethod.GET, path, access, 0, false);
    }

    /** An action on something that exists: a small JSON body, naturally repeatable. */
    public static EndpointSpec post(String path, Access access) {
        return new EndpointSpec(HttpMethod.POST, path, access, JSON_BODY_BYTES_MAX, false);
    }

    /** A creation: a small JSON body, and {@code Idempotency-Key} is honoured. */
    public static EndpointSpec create(String path, Access access) {
        return new EndpointSpec(HttpMethod.POST, path, access, JSON_BODY_BYTES_MAX, true);
    }

    /** What a page's form sends: a small body, urlencoded or multipart. */
    public static EndpointSpec form(String path, Access access) {
        return new EndpointSpec(HttpMethod.POST, path, access, JSON_BODY_BYTES_MAX, false);
    }

    /** A replacement of what is there: naturally repeatable. */
    public static EndpointSpec put(String path, Access access) {
        return new EndpointSpec(HttpMethod.PUT, path, access, JSON_BODY_BYTES_MAX, false);
    }

    /** A merge patch (RFC 7396). */
    public static EndpointSpec patch(String path, Access access) {
        return new EndpointSpec(HttpMethod.PATCH, path, access, JSON_BODY_BYTES_MAX, false);
    }

    /** A deletion: no body. */
    public static EndpointSpec delete(String path, Access access) {
        return new EndpointSpec(HttpMethod.DELETE, path, access, 0, false);
    }

    /** An upload: the endpoint itself takes the body as it comes in, and sees to its limit. */
    public static EndpointSpec upload(String path, Access access) {
        return new EndpointSpec(HttpMethod.POST, path, access, STREAMED, false);
    }

    /** Whether the endpoint takes the body as it comes in. */
    public boolean isStreamed() {
        return bodyBytesMax == STREAMED;
    }

    /** The same route with another limit on its body. */
    public EndpointSpec withBodyBytesMax(int limit) {
        return new EndpointSpec(method, path, access, limit, idempotent);
    }
}
