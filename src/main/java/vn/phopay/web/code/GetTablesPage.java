package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** GET /ma-qr/ban: asks for how many tables codes are made. */
public final class GetTablesPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ma-qr/ban", Access.OWNER);
    private static final int OK = 200;
    private static final String ONE_SHEET = "9";

    private final TablesPage page;
    private final PageKit kit;

    /** Shows {@code page}. */
    public GetTablesPage(TablesPage page, PageKit kit) {
        this.page = page;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        String name = kit.view(call).text("code.tables.table");
        return page.show(call, transaction, OK,
                Form.showing(Map.of("name", name, "first", "1", "count", ONE_SHEET)));
    }
}
