package vn.phopay.web.shell;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** GET /dang-nhap: asks for phone and password; {@code ?tiep=} is the page to go on to. */
public final class GetLogInPage implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/dang-nhap", Access.ANYONE);

    private final PageKit kit;

    /** A page made by {@code kit}. */
    public GetLogInPage(PageKit kit) {
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param form what was typed
     * @param back the page to go on to; empty for the caller's own first page
     */
    public record Model(Form form, String back) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        String back = PageKit.ownPath(call.queryParameter("tiep"), "");
        return Future.succeededFuture(kit.page(kit.view(call), "shell/login", new Model(Form.empty(), back)));
    }
}
