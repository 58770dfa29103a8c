package vn.phopay.http.issuing;

import io.vertx.sqlclient.SqlConnection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.OutletId;
import vn.phopay.issuing.IssueQrCode;
import vn.phopay.issuing.QrCode;
import vn.phopay.merchant.CleanText;

/** POST /api/v1/outlets/{id}/qr-codes: issues a printed code. */
public final class PostQrCode implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.create("/api/v1/outlets/{id}/qr-codes", Access.OWNER);
    private static final String STATIC = "STATIC";
    private static final int LABEL_LENGTH_MAX = 50;
    private static final int TERMINAL_LENGTH_MAX = 25;

    private final IssueQrCode issue;
    private final IssuingJson json;

    /** Issues by {@code issue}, writes by {@code json}. */
    public PostQrCode(IssueQrCode issue, IssuingJson json) {
        this.issue = issue;
        this.json = json;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        IssueQrCode.Order order = order(IssuingCalls.outletId(call), call.body());
        return switch (issue.issue(transaction, order, call.principal())) {
            case IssueQrCode.Issued(QrCode code) ->
                Reply.created("/api/v1/qr-codes/" + code.id() + ".svg", json.code(code, code.issuedAt()));
            case IssueQrCode.NotApproved none -> IssuingCalls.notApproved();
            case IssueQrCode.LifeOutOfRange none -> ProblemException.ofField(
                    "/expiresAt", "must lie after now and within 400 days").problem().toReply();
            case IssueQrCode.NotFound none -> IssuingCalls.outletNotFound();
        };
    }

    private static IssueQrCode.Order order(OutletId outlet, Fields body) {
        body.required("type", text -> Optional.of(text).filter(STATIC::equals),
                "must be STATIC; a code for one payment is a payment request", STATIC);
        Optional<String> label =
                body.optional("label", CleanText.upTo(LABEL_LENGTH_MAX), CleanText.rule(LABEL_LENGTH_MAX));
        Optional<String> terminal =
                body.optional("terminal", CleanText.upTo(TERMINAL_LENGTH_MAX), CleanText.rule(TERMINAL_LENGTH_MAX));
        Optional<Instant> expiresAt =
                body.optional("expiresAt", PostQrCode::instant, "must be an RFC 3339 time with offset");
        body.check();
        return new IssueQrCode.Order(outlet, label, terminal, expiresAt);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
