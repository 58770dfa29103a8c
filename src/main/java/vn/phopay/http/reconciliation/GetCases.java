package vn.phopay.http.reconciliation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Paging;
import vn.phopay.http.Reply;
import vn.phopay.identity.CaseId;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.reconciliation.CaseStatus;

/**
 * GET /api/v1/cases?kind=&amp;status=&amp;bankCode=&amp;limit=&amp;after=: what needs a person, the last opened first.
 */
public final class GetCases implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/cases", Access.STAFF);

    private final CaseReader reader;
    private final Pool pool;

    /** Reads by {@code reader} through {@code pool}. */
    public GetCases(CaseReader reader, Pool pool) {
        this.reader = reader;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        CaseReader.Filter filter = new CaseReader.Filter(
                call.queryParameter("kind").map(text -> CaseCalls.member(CaseKind.class, "kind", text)),
                call.queryParameter("status").map(text -> CaseCalls.member(CaseStatus.class, "status", text)),
                call.queryParameter("bankCode"));
        CaseReader.PageRequest page =
                new CaseReader.PageRequest(Paging.after(call, CaseId::parse), Paging.limit(call));
        return reader.list(pool, filter, page, call.principal().districtCodes()).map(GetCases::toReply);
    }

    private static Reply toReply(CaseReader.Page page) {
        JsonArray items = new JsonArray();
        page.items().forEach(file -> items.add(CaseJson.item(file)));
        return Reply.ok(new JsonObject()
                .put("items", items)
                .put("next", page.next().map(CaseId::toString).orElse(null)));
    }
}
