package vn.phopay.web.desk.cases;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Shown;

/** GET /vu-viec/{id}: one case; {@code ?tim=} looks for outlets. Reports of codes are looked at on their own desk. */
public final class GetCasePage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CasePath.CASE, Access.STAFF);

    private final CaseReader reader;
    private final CasePage page;

    /** Shows {@code page} of a case of {@code reader}. */
    public GetCasePage(CaseReader reader, CasePage page) {
        this.reader = reader;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        CaseFile file = CasePath.file(reader, call, transaction);
        return CasePath.KINDS.contains(file.kind())
                ? page.page(call, transaction, file, Shown.first())
                : PageKit.seeOther("/an-toan-ma/" + file.id());
    }
}
