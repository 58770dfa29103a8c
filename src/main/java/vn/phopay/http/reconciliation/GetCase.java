package vn.phopay.http.reconciliation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditView;
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
    private final AuditView looks;
    private final Pool pool;

    /** What is told of a case: its acts, and reports of codes. */
    public record Story(CaseHistory history, CaseReports reports) {}

    /** Reads by {@code reader} and {@code story} through {@code pool}; who looked is kept by {@code looks}. */
    public GetCase(CaseReader reader, Story story, AuditView looks, Pool pool) {
        this.reader = reader;
        this.history = story.history();
        this.reports = story.reports();
        this.looks = looks;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return reader.find(pool, CaseCalls.caseId(call), call.principal().districtCodes())
                .compose(found -> found.map(file -> seen(call, file).compose(seen -> whole(file)))
                        .orElseGet(() -> Future.succeededFuture(CaseCalls.notFound().toReply())));
    }

    /** A case tells of somebody's money. */
    private Future<Void> seen(Call call, CaseFile file) {
        return looks.record(pool, AuditEntry.of(AuditEntry.Actor.of(call.principal(), call.requestId()),
                "case.read", "CASE", file.id().toString()));
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
