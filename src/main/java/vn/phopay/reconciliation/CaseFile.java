package vn.phopay.reconciliation;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.PaymentId;

/**
 * A case and what a decision about it must know.
 *
 * @param id the case
 * @param kind the rule that found it
 * @param period the business date that it belongs to
 * @param bankCode the bank that told it; null only where no single bank did
 * @param accountNumber the credited account as its evidence names it
 * @param standing where it stands
 * @param evidence what it was opened with
 * @param about whose money it is about
 */
public record CaseFile(
        CaseId id,
        CaseKind kind,
        LocalDate period,
        @Nullable String bankCode,
        @Nullable String accountNumber,
        Standing standing,
        JsonObject evidence,
        About about) {

    /** Copies {@code evidence}. */
    public CaseFile {
        evidence = evidence.copy();
    }

    /**
     * Where a case stands.
     *
     * @param status its state
     * @param resolution how it ended, once it did
     * @param version counts its changes; the entity tag
     * @param openedAt when it was found
     * @param resolvedAt when it ended
     * @param pending the proposal that waits for a second person
     */
    public record Standing(
            CaseStatus status,
            Optional<Resolution> resolution,
            long version,
            Instant openedAt,
            Optional<Instant> resolvedAt,
            Optional<Proposal> pending) {}

    /**
     * A decision that waits for a second person.
     *
     * @param answerable the act, and who proposed it
     * @param decision what is proposed
     * @param because why it takes a second person: a code of {@link CasePolicy.Why}
     * @param at when it was proposed
     */
    public record Proposal(CaseAct.Answer answerable, Decision decision, String because, Instant at) {}

    /**
     * Whose money a case is about.
     *
     * @param payment the payment, where there is one
     * @param accountOwner whose account was credited, where it is registered now
     * @param districtCodes districts of all merchants that may claim the money, and the one that the case names;
     *     may be empty
     */
    public record About(
            Optional<CasePayment> payment, Optional<MerchantId> accountOwner, Set<String> districtCodes) {
        /** Copies {@code districtCodes}. */
        public About {
            districtCodes = Set.copyOf(districtCodes);
        }
    }

    /**
     * The payment that a case is about, as it counts now; where that is the twin of another, the one that counts.
     *
     * @param id the payment
     * @param bankReference what its bank calls it
     * @param credit whether money came; else it left
     * @param amountVnd whole đồng
     * @param memo what the payer wrote
     * @param bookedAt when the bank booked it
     * @param outcome what became of it
     * @param attribution whose it is now
     */
    public record CasePayment(
            PaymentId id,
            String bankReference,
            boolean credit,
            long amountVnd,
            String memo,
            Instant bookedAt,
            String outcome,
            Attributed attribution) {}

    /** Whose a payment is now; nothing where it is nobody's. */
    public record Attributed(@Nullable UUID merchantId, @Nullable UUID outletId, @Nullable UUID paymentRequestId) {}

    /** The merchant that the payment is attributed to. */
    Optional<MerchantId> merchant() {
        return about.payment().map(payment -> payment.attribution().merchantId()).map(MerchantId::new);
    }
}
