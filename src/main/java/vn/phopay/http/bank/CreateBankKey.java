package vn.phopay.http.bank;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import vn.phopay.access.AuditEntry;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.ManageBanks;
import vn.phopay.bank.ManageBanks.KeyAdded;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/**
 * {@code POST /api/v1/banks/{code}/keys}: gives a bank a further live key. An HMAC secret is shown in this answer and
 * never again, so it is not kept under an Idempotency-Key either.
 */
public final class CreateBankKey implements TransactionalEndpoint {
    private static final int PEM_LENGTH_MAX = 4_096;

    private final ManageBanks banks;

    /** Adds through {@code banks}. */
    public CreateBankKey(ManageBanks banks) {
        this.banks = banks;
    }

    @Override
    public EndpointSpec spec() {
        return EndpointSpec.post("/api/v1/banks/{code}/keys", Access.ADMIN);
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Fields fields = call.body();
        KeyAlgorithm algorithm = fields.required("algorithm", KeyAlgorithm::parse,
                "must be hmac-sha256, ed25519 or rsa-sha256", KeyAlgorithm.HMAC_SHA256);
        String pem = fields.optionalText("publicKeyPem", PEM_LENGTH_MAX).orElse(null);
        fields.check();
        ManageBanks.NewKey key = new ManageBanks.NewKey(call.path("code"), algorithm, pem);
        AuditEntry.Actor actor = AuditEntry.Actor.of(call.principal(), call.requestId());
        KeyAdded added = banks.addKey(transaction, key, actor);
        return switch (added) {
            case KeyAdded.Added fresh -> created(call.path("code"), algorithm, fresh);
            case KeyAdded.NoSuchBank none -> Reply.problem(ProblemCode.BANK_UNKNOWN, "No bank has this code.");
            case KeyAdded.Full full -> Reply.problem(
                    ProblemCode.BANK_KEYS_FULL, "Revoke one of the two live keys first.");
            case KeyAdded.BadPublicKey bad -> throw ProblemException.ofField("/publicKeyPem",
                    "must be the PEM public key of that algorithm (RSA of 2048 to 8192 bits), no published sample key,"
                            + " and missing for hmac-sha256");
        };
    }

    private static Reply created(String bankCode, KeyAlgorithm algorithm, KeyAdded.Added key) {
        JsonObject body = new JsonObject().put("keyId", key.key().toString()).put("algorithm", algorithm.text());
        key.secret().ifPresent(secret -> body.put("secret", secret));
        return Reply.created("/api/v1/banks/" + bankCode + "/keys/" + key.key(), body)
                .with("cache-control", "no-store");
    }
}
