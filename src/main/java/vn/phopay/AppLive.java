package vn.phopay;

import vn.phopay.http.access.SessionCookie;
import vn.phopay.http.payment.StreamOpener;
import vn.phopay.web.PageKit;
import vn.phopay.web.live.LivePages;

/** Wires the live page and the pairing of phones that may only hear. */
final class AppLive {
    private final LivePages pages;

    AppLive(AppParts parts, PageKit kit, StreamOpener opener) {
        SessionCookie cookie = new SessionCookie("https".equals(parts.config().http().publicUrl().getScheme()));
        this.pages = new LivePages(
                new LivePages.Parts(parts.listenerPhones(), opener, cookie, parts.clock()), kit, parts.pool());
    }

    LivePages pages() {
        return pages;
    }
}
