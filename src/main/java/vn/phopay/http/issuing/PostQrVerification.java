package vn.phopay.http.issuing;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.Reply;
import vn.phopay.issuing.IssuedCode;
import vn.phopay.issuing.Verdict;
import vn.phopay.issuing.VerifyQr;
import vn.phopay.qr.Bank;
import vn.phopay.qr.BankTable;

/** POST /api/v1/qr-codes/verify: tells anyone whether a code is one of ours, unchanged and good now. */
public final class PostQrVerification implements Endpoint {
    /** Longest payload, in characters: eight times what EMVCo recommends. */
    private static final int PAYLOAD_LENGTH_MAX = 4096;
    /** Every character of the longest payload may come as a JSON escape of six bytes. */
    private static final int BODY_BYTES_MAX = 6 * PAYLOAD_LENGTH_MAX + 256;
    private static final EndpointSpec SPEC =
            EndpointSpec.post("/api/v1/qr-codes/verify", Access.ANYONE).withBodyBytesMax(BODY_BYTES_MAX);

    private final VerifyQr verify;
    private final Pool pool;

    /** Judges by {@code verify} through {@code pool}. */
    public PostQrVerification(VerifyQr verify, Pool pool) {
        this.verify = verify;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        Fields body = call.body();
        String payload = body.text("payload", 1, PAYLOAD_LENGTH_MAX);
        body.check();
        return verify.verify(pool, payload).map(PostQrVerification::toReply);
    }

    private static Reply toReply(Verdict verdict) {
        JsonObject body = new JsonObject().put("status", verdict.status().name());
        verdict.payee().ifPresent(payee -> body.put("merchant", merchant(payee)));
        if (verdict.keyId() != null) {
            body.put("keyId", verdict.keyId());
        }
        return Reply.ok(body.put("detail", verdict.detail())).with("cache-control", "no-store");
    }

    private static JsonObject merchant(IssuedCode.Payee payee) {
        String bin = payee.account().bankBin();
        return new JsonObject()
                .put("displayName", payee.displayName())
                .put("accountName", payee.account().holder())
                .put("bank", BankTable.standard().find(bin).map(Bank::shortName).orElse(bin))
                .put("street", payee.streetName().orElse(null))
                .put("district", payee.districtName());
    }
}
