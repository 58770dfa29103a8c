package vn.phopay.payment;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;
import vn.phopay.identity.PaymentRequestId;

/**
 * A person's decision whose a payment is. It replaces whatever was decided before.
 *
 * @param payment the payment
 * @param outlet the place it was meant for, where the decision names one
 * @param request the request it was meant for, where the decision names one; tells the outlet too
 * @param caseId the case in which it was decided
 * @param actor who decided
 * @param evidence why, frozen with the decision
 */
public record Assignment(
        PaymentId payment,
        Optional<OutletId> outlet,
        Optional<PaymentRequestId> request,
        @Nullable UUID caseId,
        AuditEntry.Actor actor,
        JsonObject evidence) {

    /**
     * Copies {@code evidence}.
     *
     * @throws IllegalArgumentException where neither or both of outlet and request are named
     */
    public Assignment {
        if (outlet.isPresent() == request.isPresent()) {
            throw new IllegalArgumentException("an assignment names an outlet or a request, and one of the two");
        }
        evidence = evidence.copy();
    }
}
