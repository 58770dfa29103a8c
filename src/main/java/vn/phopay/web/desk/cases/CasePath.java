package vn.phopay.web.desk.cases;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import vn.phopay.http.Call;
import vn.phopay.identity.CaseId;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.web.desk.Desk;

/** Addresses of the case desk, and who may see the case behind one. */
final class CasePath {
    static final String LIST = "/vu-viec";
    static final String CASE = LIST + "/{id}";
    /** Everything but what the safety desk looks after. */
    static final Set<CaseKind> KINDS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CaseKind.CODE_TAMPERED)));

    private CasePath() {}

    static String of(CaseId id) {
        return LIST + '/' + id;
    }

    /** The case of the path, where the caller may see it; else nothing is there. */
    static CaseFile file(CaseReader reader, Call call, SqlConnection transaction) {
        CaseId id = CaseId.parse(call.path("id")).orElseThrow(Desk::notFound);
        return Future.await(reader.find(transaction, id, call.principal().districtCodes()))
                .orElseThrow(Desk::notFound);
    }
}
