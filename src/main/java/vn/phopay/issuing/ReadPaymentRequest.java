package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.Optional;
import vn.phopay.access.Authority;
import vn.phopay.access.Principal;
import vn.phopay.identity.PaymentRequestId;

/** Reads a payment request with its credits and folds where it stands. */
public final class ReadPaymentRequest {
    private final PaymentRequestStore requests;
    private final Clock clock;

    /** Reads from {@code requests}; {@code clock} tells what has expired. */
    public ReadPaymentRequest(PaymentRequestStore requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** A request of the caller's own; empty where there is none. Fails only on a database fault. */
    public Future<Optional<RequestFile>> read(SqlClient client, PaymentRequestId id, Principal caller) {
        return requests.find(client, id).compose(found -> found
                .filter(request -> Authority.mayActForMerchant(caller, request.owner().merchant()))
                .map(request -> complete(client, request).map(Optional::of))
                .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Future<RequestFile> complete(SqlClient client, PaymentRequest request) {
        return requests.credits(client, request.id()).map(credits -> new RequestFile(
                request, PaymentRequestState.of(request, credits, clock.instant()), credits));
    }
}
