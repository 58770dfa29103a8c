package vn.phopay.http.bank;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.phopay.access.AuditEntry;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.KeyPolicy;
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
 * {@code POST /api/v1/banks/{code}/keys}: gives a bank a further live key, which its sender gave or we draw. A secret
 * that we draw is shown in this answer and never again, so it is not kept under an Idempotency-Key either.
 */
public final class CreateBankKey implements TransactionalEndpoint {
    private static final int PEM_LENGTH_MAX = 4_096;
    private static final int COMPANION_LENGTH_MAX = 100;

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
                "must be one of " + texts(List.of(KeyAlgorithm.values())), KeyAlgorithm.HMAC_SHA256);
        String pem = fields.optionalText("publicKeyPem", PEM_LENGTH_MAX).orElse(null);
        Optional<String> secret = given(fields, "secret");
        Optional<String> accessKey = fields.optionalText("accessKey", COMPANION_LENGTH_MAX);
        Optional<String> user = fields.optionalText("user", COMPANION_LENGTH_MAX);
        fields.check();
        ManageBanks.NewKey key = new ManageBanks.NewKey(
                call.path("code"), algorithm, secret.orElse(null), accessKey.or(() -> user).orElse(null), pem);
        AuditEntry.Actor actor = AuditEntry.Actor.of(call.principal(), call.requestId());
        KeyAdded added = banks.addKey(transaction, key, actor);
        return switch (added) {
            case KeyAdded.Added fresh -> created(call.path("code"), algorithm, fresh);
            case KeyAdded.NoSuchBank none -> Reply.problem(ProblemCode.BANK_UNKNOWN, "No bank has this code.");
            case KeyAdded.Full full -> Reply.problem(
                    ProblemCode.BANK_KEYS_FULL, "Revoke one of the two live keys first.");
            case KeyAdded.OtherAlgorithm other -> throw ProblemException.ofField("/algorithm",
                    "must be " + texts(other.taken()) + " for this bank's dialect and live keys");
            case KeyAdded.BadPublicKey bad -> throw ProblemException.ofField("/publicKeyPem",
                    "must be the PEM public key of that algorithm (RSA of 2048 to 8192 bits), no published sample key,"
                            + " and missing where there is a secret");
            case KeyAdded.BadSecret bad -> throw ProblemException.ofField("/secret",
                    "must be " + KeyPolicy.SECRET_BYTES_MIN + " to " + KeyPolicy.SECRET_BYTES_MAX
                            + " bytes as the bank's dialect writes them, no published sample, with accessKey where the"
                            + " dialect has one, and missing for ed25519 and rsa-sha256");
        };
    }

    /** A secret is taken as it is written: blanks at its ends would count in the signature too. */
    private static Optional<String> given(Fields fields, String name) {
        return fields.has(name)
                ? Optional.of(fields.verbatim(name, Optional::of, "must be a text", ""))
                : Optional.empty();
    }

    private static String texts(List<KeyAlgorithm> algorithms) {
        return algorithms.stream().map(KeyAlgorithm::text).collect(Collectors.joining(" or "));
    }

    private static Reply created(String bankCode, KeyAlgorithm algorithm, KeyAdded.Added key) {
        JsonObject body = new JsonObject().put("keyId", key.key().toString()).put("algorithm", algorithm.text());
        key.secret().ifPresent(secret -> body.put("secret", secret));
        if (!key.companion().isEmpty()) {
            body.put(algorithm == KeyAlgorithm.BASIC ? "user" : "accessKey", key.companion());
        }
        return Reply.created("/api/v1/banks/" + bankCode + "/keys/" + key.key(), body)
                .with("cache-control", "no-store");
    }
}
