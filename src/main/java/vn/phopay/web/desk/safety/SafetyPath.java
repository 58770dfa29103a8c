package vn.phopay.web.desk.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Call;
import vn.phopay.identity.CaseId;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.web.desk.Desk;

/** Addresses of the safety desk, and who may see the case behind one. */
final class SafetyPath {
    static final String LIST = "/an-toan-ma";
    static final String CASE = LIST + "/{id}";

    private SafetyPath() {}

    static String of(CaseId id) {
        return LIST + '/' + id;
    }

    /** The case of reports in the path, where the caller may see it; else nothing is there. */
    static CaseFile file(CaseReader reader, Call call, SqlConnection transaction) {
        CaseId id = CaseId.parse(call.path("id")).orElseThrow(Desk::notFound);
        return Future.await(reader.find(transaction, id, call.principal().districtCodes()))
                .filter(file -> file.kind() == CaseKind.CODE_TAMPERED)
                .orElseThrow(Desk::notFound);
    }
}
