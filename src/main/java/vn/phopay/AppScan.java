package vn.phopay;

import java.util.List;
import vn.phopay.http.Endpoint;
import vn.phopay.issuing.VerifyQr;
import vn.phopay.web.PageKit;
import vn.phopay.web.scan.GetVerifyPage;
import vn.phopay.web.scan.PostVerifyPage;
import vn.phopay.web.scan.ReadPicture;
import vn.phopay.web.scan.VerifyPages;

/** Wires the page on which anyone checks a code. */
final class AppScan {
    private final AppParts parts;
    private final VerifyQr verify;
    private final VerifyPages pages;

    AppScan(AppParts parts, VerifyQr verify, PageKit kit) {
        this.parts = parts;
        this.verify = verify;
        this.pages = new VerifyPages(kit, parts.config().qr().guid());
    }

    List<Endpoint> pages() {
        return List.of(
                new GetVerifyPage(pages),
                new PostVerifyPage(pages, new ReadPicture(parts.vertx()), verify, parts.pool()));
    }
}
