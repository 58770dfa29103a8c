package vn.phopay;

import java.util.List;
import vn.phopay.access.LogIn;
import vn.phopay.http.Endpoint;
import vn.phopay.http.access.SessionCookie;
import vn.phopay.web.AssetBook;
import vn.phopay.web.PageKit;
import vn.phopay.web.shell.GetFirstPage;
import vn.phopay.web.shell.GetLanguage;
import vn.phopay.web.shell.GetLogInPage;
import vn.phopay.web.shell.GetManifest;
import vn.phopay.web.shell.GetOfflinePage;
import vn.phopay.web.shell.GetServiceWorker;
import vn.phopay.web.shell.PostLogIn;
import vn.phopay.web.shell.PostLogOut;

/** Wires what all pages share: log-in, language, and what makes the site installable. */
final class AppShell {
    private final AppParts parts;
    private final AssetBook assets;
    private final PageKit kit;
    private final SessionCookie cookie;

    AppShell(AppParts parts, AssetBook assets, PageKit kit) {
        this.parts = parts;
        this.assets = assets;
        this.kit = kit;
        this.cookie = new SessionCookie("https".equals(parts.config().http().publicUrl().getScheme()));
    }

    Endpoint logIn(LogIn logIn) {
        return new PostLogIn(logIn, cookie, kit, parts.clock());
    }

    List<Endpoint> pages() {
        return List.of(
                new GetLogInPage(kit), new PostLogOut(parts.sessions(), cookie), new GetOfflinePage(kit),
                new GetFirstPage(kit));
    }

    List<Endpoint> files() {
        return List.of(new GetLanguage(), new GetManifest(kit), new GetServiceWorker(assets));
    }
}
