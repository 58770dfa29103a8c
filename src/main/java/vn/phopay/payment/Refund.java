package vn.phopay.payment;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.identity.PaymentId;

/**
 * Money that a merchant gave back by a transfer of its own: not a reversal, the payment stands.
 *
 * @param payment the payment of which it is given back
 * @param key what tells this refund from others for ever: the outgoing transfer's reference, or the case behind it
 * @param amountVnd whole đồng, at least 1
 * @param bookedAt when the outgoing transfer was booked, or decided
 * @param caseId the case in which it was decided
 * @param actor who recorded it
 * @param evidence why, frozen with it
 */
public record Refund(
        PaymentId payment,
        String key,
        long amountVnd,
        Instant bookedAt,
        @Nullable UUID caseId,
        AuditEntry.Actor actor,
        JsonObject evidence) {

    /** Copies {@code evidence}. */
    public Refund {
        evidence = evidence.copy();
    }
}
