package vn.phopay.http;

import io.vertx.core.MultiMap;

/** The headers every answer carries: no sniffing, no framing, nothing from outside, no referrer. */
final class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                    + "font-src 'self'; connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void putAll(MultiMap headers) {
        headers.set("x-content-type-options", "nosniff");
        headers.set("content-security-policy", CONTENT_SECURITY_POLICY);
        headers.set("referrer-policy", "no-referrer");
        headers.set("cross-origin-opener-policy", "same-origin");
        headers.set("permissions-policy", "camera=(self), microphone=(), geolocation=()");
    }
}
