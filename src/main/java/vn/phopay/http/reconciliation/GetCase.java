package vn.phopay.http.reconciliation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Reply;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseHistory;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.safety.CaseReports;

/** GET /api/v1/cases/{id}: one case with its evidence, what was done about it, and what might be done next. */
public final class GetCase implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/cases/{id}", Access.STAFF);

    private final CaseReader reader;
    private final CaseHistory history;
    private final CaseReports reports;
    private final Pool pool;

    /** Reads by {@code reader}, {@code history} and {@code reports} through {@code pool}. */
    public GetCase(CaseReader reader, CaseHistory history, CaseReports reports, Pool pool) {
        this.reader = reader;
        this.history = history;
        this.reports = reports;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return reader.find(pool, CaseCalls.caseId(call), call.principal().districtCodes())
                .compose(found -> found.map(this::whole)
                        .orElseGet(() -> Future.succeededFuture(CaseCalls.notFound().toReply())));
    }

    private Future<Reply> whole(CaseFile file) {
        return history.acts(pool, file.id())
                .compose(acts -> history.suggestions(pool, file)
                        .map(suggestions -> CaseJson.whole(file, acts, suggestions)))
                .compose(whole -> reports.list(pool, file.id())
                        .map(told -> whole.put("reports", ReportJson.list(file.id(), told))))
                .map(whole -> Reply.ok(whole).with("etag", EntityTag.ofVersion(file.standing().version())));
    }
}
