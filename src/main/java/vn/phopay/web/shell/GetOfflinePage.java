package vn.phopay.web.shell;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.web.PageKit;

/** GET /ngoai-tuyen: the page that the service worker shows while there is no network; it claims nothing. */
public final class GetOfflinePage implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ngoai-tuyen", Access.ANYONE);

    private final PageKit kit;

    /** A page made by {@code kit}. */
    public GetOfflinePage(PageKit kit) {
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    /** Never the page of a visitor who is logged in: it is kept in the browser. */
    @Override
    public Future<Reply> handle(Call call) {
        return Future.succeededFuture(kit.page(kit.strangersView(call), "shell/offline", "/hom-nay"));
    }
}
