package vn.phopay.web.desk.safety;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.web.desk.Shown;

/** GET /an-toan-ma/{id}: reports of one place, with photos, for staff of its district. */
public final class GetSafetyCase implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(SafetyPath.CASE, Access.STAFF);

    private final CaseReader reader;
    private final SafetyCasePage page;

    /** Shows {@code page} of a case of {@code reader}. */
    public GetSafetyCase(CaseReader reader, SafetyCasePage page) {
        this.reader = reader;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.page(call, transaction, SafetyPath.file(reader, call, transaction), Shown.first());
    }
}
