package vn.phopay.http.payment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import vn.phopay.event.MerchantEvent;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.identity.MerchantId;
import vn.phopay.payment.PaymentFields;

/** GET /api/v1/payments/stream: the merchant's payments as they are recorded, as Server-Sent Events. */
public final class StreamPayments implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/payments/stream", Access.OWNER);

    private final StreamOpener opener;

    /** Streams by {@code opener}. */
    public StreamPayments(StreamOpener opener) {
        this.opener = opener;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        MerchantId merchant = new MerchantId(call.principal().subjectId());
        return opener.open(call, merchant, opened -> StreamPayments::tell);
    }

    private static Optional<JsonObject> tell(MerchantEvent event) {
        return Optional.of(new JsonObject(PaymentFields.of(event.payment())));
    }
}
