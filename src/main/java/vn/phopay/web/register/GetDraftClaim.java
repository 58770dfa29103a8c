package vn.phopay.web.register;

import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * GET /dang-ky/lam-tiep: asks for the code of a registration that another phone has begun; {@code ?ma=} fills it in.
 */
public final class GetDraftClaim implements TransactionalEndpoint {
    static final String PATH = Lane.OWN + "/lam-tiep";
    static final String CODE = "ma";
    static final String TEMPLATE = "register/claim";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.ANYONE);

    private final PageKit kit;

    /** A page by {@code kit}. */
    public GetDraftClaim(PageKit kit) {
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.showing(Map.of(CODE, call.queryParameter(CODE).orElse("")));
        return kit.page(kit.view(call), TEMPLATE, form);
    }
}
