package vn.phopay.web.desk.cases;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditView;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Desk;
import vn.phopay.web.desk.Shown;

/**
 * GET /vu-viec/{id}: one case; {@code ?tim=} looks for outlets. Who looked stands in the audit log, because a case
 * tells of somebody's money. Reports of codes are looked at on their own desk.
 */
public final class GetCasePage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CasePath.CASE, Access.STAFF);

    private final CaseReader reader;
    private final CasePage page;
    private final AuditView looks;

    /** Shows {@code page} of a case of {@code reader}; who looked is kept by {@code looks}. */
    public GetCasePage(CaseReader reader, CasePage page, AuditView looks) {
        this.reader = reader;
        this.page = page;
        this.looks = looks;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        CaseFile file = CasePath.file(reader, call, transaction);
        if (!CasePath.KINDS.contains(file.kind())) {
            return PageKit.seeOther("/an-toan-ma/" + file.id());
        }
        Future.await(looks.record(transaction, AuditEntry.of(
                Desk.actor(call), "case.read", "CASE", file.id().toString())));
        return page.page(call, transaction, file, Shown.first());
    }
}
