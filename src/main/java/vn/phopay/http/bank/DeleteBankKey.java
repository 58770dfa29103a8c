package vn.phopay.http.bank;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.access.AuditEntry;
import vn.phopay.bank.ManageBanks;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.BankKeyId;

/** {@code DELETE /api/v1/banks/{code}/keys/{keyId}}: ends a live key for good. */
public final class DeleteBankKey implements TransactionalEndpoint {
    private final ManageBanks banks;

    /** Revokes through {@code banks}. */
    public DeleteBankKey(ManageBanks banks) {
        this.banks = banks;
    }

    @Override
    public EndpointSpec spec() {
        return EndpointSpec.delete("/api/v1/banks/{code}/keys/{keyId}", Access.ADMIN);
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        AuditEntry.Actor actor = AuditEntry.Actor.of(call.principal(), call.requestId());
        boolean revoked = BankKeyId.parse(call.path("keyId"))
                .filter(key -> banks.revokeKey(transaction, call.path("code"), key, actor))
                .isPresent();
        return revoked
                ? Reply.noContent()
                : Reply.problem(ProblemCode.REQUEST_NOT_FOUND, "This bank has no such live key.");
    }
}
