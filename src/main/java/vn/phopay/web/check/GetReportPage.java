package vn.phopay.web.check;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;

/**
 * GET /bao-ma-gia?kiem-tra=&amp;ma=: anybody reports a code that was pasted over; an owner also sees what became of
 * her earlier reports.
 */
public final class GetReportPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/bao-ma-gia", Access.ANYONE);

    private final ReportPage page;

    /** Shows {@code page}. */
    public GetReportPage(ReportPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(200, call, transaction, Form.empty());
    }
}
