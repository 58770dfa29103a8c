package vn.phopay.http.issuing;

import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.config.PaymentConfig;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.OutletId;
import vn.phopay.issuing.CreatePaymentRequest;
import vn.phopay.issuing.RequestFile;
import vn.phopay.merchant.CleanText;
import vn.phopay.money.Money;
import vn.phopay.qr.SigningTerms;

/** POST /api/v1/payment-requests: a code for one payment of one amount. */
public final class PostPaymentRequest implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.create("/api/v1/payment-requests", Access.OWNER);
    private static final int DESCRIPTION_LENGTH_MAX = 200;
    private static final int ORDER_REF_LENGTH_MAX = 50;
    private static final OutletId NOBODYS = new OutletId(new UUID(0, 0));

    private final CreatePaymentRequest create;
    private final IssuingJson json;
    private final PaymentConfig config;

    /** Creates by {@code create} within the limits of {@code config}, writes by {@code json}. */
    public PostPaymentRequest(CreatePaymentRequest create, IssuingJson json, PaymentConfig config) {
        this.create = create;
        this.json = json;
        this.config = config;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return switch (create.create(transaction, order(call.body()), call.principal())) {
            case CreatePaymentRequest.Created(RequestFile file) ->
                Reply.created("/api/v1/payment-requests/" + file.request().id(), json.request(file));
            case CreatePaymentRequest.NotApproved none -> IssuingCalls.notApproved();
            case CreatePaymentRequest.NotFound none -> IssuingCalls.outletNotFound();
        };
    }

    private CreatePaymentRequest.Order order(Fields body) {
        OutletId outlet = body.required("outletId", OutletId::parse, "must be the id of an outlet", NOBODYS);
        long amountVnd = body.integer("amount", 1, Money.AMOUNT_VND_MAX);
        Optional<String> description = body.optional(
                "description", CleanText.upTo(DESCRIPTION_LENGTH_MAX), CleanText.rule(DESCRIPTION_LENGTH_MAX));
        Optional<String> orderRef = body.optional(
                "orderRef", CleanText.upTo(ORDER_REF_LENGTH_MAX), CleanText.rule(ORDER_REF_LENGTH_MAX));
        long seconds = body.optionalInteger("expiresInSeconds", config.expiryMin().toSeconds(), secondsMax())
                .orElse(Math.min(config.expiryDefault().toSeconds(), secondsMax()));
        body.check();
        return new CreatePaymentRequest.Order(
                outlet, new Money(amountVnd), description, orderRef, Duration.ofSeconds(seconds));
    }

    /** No signature of a dynamic code lives longer than 24 hours, whatever the setting says. */
    private long secondsMax() {
        return Math.min(config.expiryMax().toSeconds(), SigningTerms.DYNAMIC_LIFE_MAX.toSeconds());
    }
}
