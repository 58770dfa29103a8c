package vn.phopay.web.register;

import java.util.Optional;
import vn.phopay.access.LinkSecret;
import vn.phopay.http.Call;
import vn.phopay.registration.Draft;
import vn.phopay.registration.DraftOwner;
import vn.phopay.web.PageKit;

/**
 * The cookie by which a phone finds its half-filled registration again, also after the browser was closed: out of reach
 * of scripts, never sent from another site, and to no other page.
 */
public final class DraftCookie {
    static final String NAME = "phopay_draft";
    private static final String ATTRIBUTES = "; Path=/dang-ky; HttpOnly; SameSite=Strict";

    private final String attributes;

    /** Cookies that a browser sends over TLS only, where {@code secure}. */
    public DraftCookie(boolean secure) {
        this.attributes = secure ? ATTRIBUTES + "; Secure" : ATTRIBUTES;
    }

    /** The phone that made the call, where it has a draft's secret. */
    static Optional<DraftOwner.Phone> owner(Call call) {
        return PageKit.cookie(call, NAME).flatMap(LinkSecret::parse).map(DraftOwner.Phone::new);
    }

    /** The header value that lets the phone keep its secret for another life of the draft. */
    String set(DraftOwner.Phone owner) {
        return NAME + '=' + owner.secret().text() + "; Max-Age=" + Draft.LIFETIME.toSeconds() + attributes;
    }
}
