package vn.phopay.http.statement;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Set;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Paging;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.identity.StatementId;
import vn.phopay.statement.ReadStatements;
import vn.phopay.statement.ReadStatements.Filter;
import vn.phopay.statement.ReadStatements.Summary;

/** {@code GET /api/v1/statements?bankCode=&status=&limit=&after=}: uploaded statements, latest first. */
public final class GetStatements implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/statements", Access.STAFF);
    private static final Set<String> STATUSES = Set.of("RECEIVED", "IMPORTING", "IMPORTED", "FAILED");

    private final ReadStatements statements;
    private final Pool pool;

    /** Reads by {@code statements} through {@code pool}. */
    public GetStatements(ReadStatements statements, Pool pool) {
        this.statements = statements;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        String status = call.queryParameter("status").orElse(null);
        if (status != null && !STATUSES.contains(status)) {
            throw ProblemException.ofField("?status", "must be RECEIVED, IMPORTING, IMPORTED or FAILED");
        }
        int limit = Paging.limit(call);
        Filter filter = new Filter(call.queryParameter("bankCode").orElse(null), status,
                Paging.after(call, StatementId::parse).orElse(null), limit + 1);
        return statements.list(pool, filter).map(found -> toReply(found, limit));
    }

    private static Reply toReply(List<Summary> found, int limit) {
        List<Summary> page = found.size() > limit ? found.subList(0, limit) : found;
        JsonArray items = new JsonArray();
        page.forEach(upload -> items.add(StatementJson.of(upload)));
        return Reply.ok(new JsonObject()
                .put("items", items)
                .put("next", found.size() > limit ? page.getLast().id().toString() : null));
    }
}
