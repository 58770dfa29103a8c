package vn.phopay.http.access;

import java.time.Duration;
import vn.phopay.access.SessionToken;
import vn.phopay.http.Authenticated;

/** The cookie of browser sessions, RFC 6265 section 4.1: out of reach of scripts, and never sent from another site. */
public final class SessionCookie {
    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Strict";
    private static final String SECURE = "; Secure";

    private final String attributes;

    /** Cookies that a browser sends over TLS only, where {@code secure}. */
    public SessionCookie(boolean secure) {
        this.attributes = secure ? ATTRIBUTES + SECURE : ATTRIBUTES;
    }

    /** The header value that sets {@code token} for {@code life}. */
    public String set(SessionToken token, Duration life) {
        return Authenticated.COOKIE + '=' + token.text() + "; Max-Age=" + life.toSeconds() + attributes;
    }

    /** The header value that clears it. */
    public String clear() {
        return Authenticated.COOKIE + "=; Max-Age=0" + attributes;
    }
}
