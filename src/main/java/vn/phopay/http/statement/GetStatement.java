package vn.phopay.http.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.identity.StatementId;
import vn.phopay.statement.ReadStatements;

/** {@code GET /api/v1/statements/{id}}: how far the import of an uploaded file is, and what its lines led to. */
public final class GetStatement implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/statements/{id}", Access.STAFF);

    private final ReadStatements statements;
    private final Pool pool;

    /** Reads by {@code statements} through {@code pool}. */
    public GetStatement(ReadStatements statements, Pool pool) {
        this.statements = statements;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return StatementId.parse(call.path("id"))
                .map(id -> statements.read(pool, id).map(found -> found
                        .map(upload -> Reply.ok(StatementJson.of(upload)))
                        .orElseGet(GetStatement::unknown)))
                .orElseGet(() -> Future.succeededFuture(unknown()));
    }

    private static Reply unknown() {
        return Reply.problem(ProblemCode.REQUEST_NOT_FOUND, "There is no such statement.");
    }
}
