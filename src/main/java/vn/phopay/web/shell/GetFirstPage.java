package vn.phopay.web.shell;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.web.PageKit;

/**
 * GET /ve-trang-chinh: leads everybody to the first page of his own. A page that refuses does not know who is looking,
 * so this is where its way out leads.
 */
public final class GetFirstPage implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ve-trang-chinh", Access.ANYONE);

    private final PageKit kit;

    /** Knows by {@code kit} where everybody's first page is. */
    public GetFirstPage(PageKit kit) {
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return Future.succeededFuture(PageKit.seeOther(kit.view(call).home()));
    }
}
