package vn.phopay.http.issuing;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.QrId;
import vn.phopay.issuing.QrCode;
import vn.phopay.issuing.RevokeQrCode;
import vn.phopay.merchant.CleanText;

/** POST /api/v1/qr-codes/{id}/revoke: takes a printed code back. */
public final class PostQrCodeRevocation implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.post("/api/v1/qr-codes/{id}/revoke", Access.SESSION);

    private final RevokeQrCode revoke;
    private final IssuingJson json;

    /** Takes back by {@code revoke}, writes by {@code json}. */
    public PostQrCodeRevocation(RevokeQrCode revoke, IssuingJson json) {
        this.revoke = revoke;
        this.json = json;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        QrId id = IssuingCalls.qrId(call);
        Fields body = call.body();
        int lengthMax = RevokeQrCode.REASON_LENGTH_MAX;
        String reason = body.required("reason", CleanText.upTo(lengthMax), CleanText.rule(lengthMax), "");
        body.check();
        return switch (revoke.revoke(transaction, id, reason, IssuingCalls.caller(call))) {
            case RevokeQrCode.Revoked(QrCode code) -> Reply.ok(json.code(code, call.receivedAt()));
            case RevokeQrCode.RevokedBefore none ->
                Reply.problem(ProblemCode.QR_ALREADY_REVOKED, "It was taken back before; nothing changed.");
            case RevokeQrCode.NotFound none -> IssuingCalls.codeNotFound();
        };
    }
}
