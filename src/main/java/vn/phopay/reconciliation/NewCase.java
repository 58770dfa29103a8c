package vn.phopay.reconciliation;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.phopay.identity.CaseId;

/**
 * A case about to be opened. Its identity is (kind, fingerprint, period): the same trouble never opens two.
 *
 * @param id the case's id, should it be new
 * @param kind the rule that found it
 * @param fingerprint what tells one trouble of that kind from another
 * @param period the business date that it belongs to
 * @param bankCode the bank that told it
 * @param paymentId the payment it is about
 * @param evidence frozen facts
 * @param openedAt when it was found
 */
public record NewCase(
        CaseId id,
        CaseKind kind,
        String fingerprint,
        LocalDate period,
        String bankCode,
        UUID paymentId,
        JsonObject evidence,
        Instant openedAt) {

    /** A defensive copy: evidence is frozen. */
    public NewCase {
        evidence = evidence.copy();
    }
}
