package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** GET /ho-so/mat-khau: the form for another password. */
public final class GetPasswordPage implements TransactionalEndpoint {
    static final String PATH = "/ho-so/mat-khau";
    static final String NEXT = "next";
    static final String AGAIN = "again";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.OWNER);

    private final PageKit kit;

    /** Shows by {@code kit}. */
    public GetPasswordPage(PageKit kit) {
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page(200, call, Form.empty());
    }

    /** The page with a form of its own. */
    Reply page(int status, Call call, Form form) {
        return kit.page(status, kit.view(call), "profile/password", form);
    }
}
