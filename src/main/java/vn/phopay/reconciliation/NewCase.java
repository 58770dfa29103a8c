package vn.phopay.reconciliation;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.CaseId;

/**
 * A case about to be opened. Its identity is (kind, fingerprint, period): the same trouble never opens two. Neither may
 * depend on the order in which facts arrived; {@link Fingerprint} makes such texts.
 *
 * @param id the case's id, should it be new; else the id of the act that keeps what was told later
 * @param kind the rule that found it
 * @param fingerprint what tells one trouble of that kind from another
 * @param period the business date that it belongs to
 * @param bankCode the bank that told it; null only where no single bank did
 * @param paymentId the payment it is about; null only where the kind allows that
 * @param evidence frozen facts; {@code accountNumber} is the credited account, {@code codes} the well-formed codes of
 *     the memo, {@code deliveryId} alone does not tell one piece of evidence from another, {@code districtCode} makes
 *     it a case of that district's staff, whoever may claim money
 * @param openedAt when it was found
 */
public record NewCase(
        CaseId id,
        CaseKind kind,
        String fingerprint,
        LocalDate period,
        @Nullable String bankCode,
        @Nullable UUID paymentId,
        JsonObject evidence,
        Instant openedAt) {

    /** A defensive copy: evidence is frozen. */
    public NewCase {
        if (paymentId == null ? !kind.mayNameNoPayment() : bankCode == null) {
            throw new IllegalArgumentException("a case of " + kind + " names its payment, and a payment its bank");
        }
        evidence = evidence.copy();
    }
}
