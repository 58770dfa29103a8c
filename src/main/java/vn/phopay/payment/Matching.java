package vn.phopay.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.payment.Claim.Strength;
import vn.phopay.payment.Surroundings.AccountOwner;
import vn.phopay.payment.Surroundings.OpenRequest;
import vn.phopay.payment.Surroundings.Target;
import vn.phopay.reconciliation.CaseKind;

/**
 * Decides whose a credit is and what it does to its request. A surprise is never an error: money moved, so it is
 * recorded, and where a person must decide a case says so. No amount is forgiven unless the request's merchant said so.
 */
final class Matching {
    private final LateRule lateRule;

    /** Requests take what {@code lateRule} calls in time. */
    Matching(LateRule lateRule) {
        this.lateRule = lateRule;
    }

    /** A decision about one credit. */
    record Decision(PaymentOutcome outcome, Attribution attribution, Optional<CaseKind> caseKind) {
        static Decision of(PaymentOutcome outcome, Attribution attribution) {
            return new Decision(outcome, attribution, Optional.empty());
        }

        static Decision parked(CaseKind kind) {
            return new Decision(PaymentOutcome.UNMATCHED, Attribution.NONE, Optional.of(kind));
        }
    }

    /** Decides about a credit; {@code reversedBefore} says that the reversal of this very transfer came first. */
    Decision decide(PaymentFact fact, Surroundings around, boolean reversedBefore) {
        return decide(fact, claim(fact, around), around, reversedBefore);
    }

    /**
     * Whose a credit says it is. Of the codes that were really issued only those of the owner of the credited account
     * are believed: a code of anybody else, or several of the owner's, is for a person.
     */
    Claim claim(PaymentFact fact, Surroundings around) {
        Optional<AccountOwner> owner = around.ownerOf(fact);
        List<Target> targets = fact.candidates().stream()
                .flatMap(code -> around.targetOf(code).stream())
                .distinct()
                .toList();
        if (targets.isEmpty()) {
            return owner.map(AccountOwner::claim).orElseGet(() -> Claim.trouble(CaseKind.UNMATCHED));
        }
        List<Target> own = targets.stream()
                .filter(target -> owner.filter(o -> o.merchantId().equals(target.merchantId())).isPresent())
                .toList();
        if (own.isEmpty()) {
            return Claim.trouble(CaseKind.WRONG_ACCOUNT);
        }
        return own.size() > 1 ? Claim.trouble(CaseKind.SEVERAL_CODES) : own.getFirst().claim();
    }

    /** What {@code claim} comes to; adds the credit to its request where it counts for it. */
    Decision decide(PaymentFact fact, Claim claim, Surroundings around, boolean reversedBefore) {
        Optional<CaseKind> trouble = claim.trouble();
        if (reversedBefore && (trouble.isEmpty() || trouble.get() == CaseKind.UNMATCHED)) {
            return Decision.of(PaymentOutcome.REVERSED, claim.whose());
        }
        if (trouble.isPresent()) {
            return Decision.parked(trouble.get());
        }
        UUID requestId = claim.whose().paymentRequestId();
        if (requestId != null) {
            return byRequest(fact, claim.whose(), around.request(requestId), around);
        }
        return Decision.of(
                claim.strength() == Strength.STATIC_CODE ? PaymentOutcome.OUTLET : PaymentOutcome.ACCOUNT,
                claim.whose());
    }

    private Decision byRequest(PaymentFact fact, Attribution whose, OpenRequest request, Surroundings around) {
        if (isLate(fact.notice().bookedAt(), request)) {
            return new Decision(PaymentOutcome.LATE, whose, Optional.of(CaseKind.LATE));
        }
        long paidVnd = around.addPaid(request.id(), fact.notice().amountVnd());
        return Decision.of(request.sum().outcomeOf(paidVnd), whose);
    }

    /** A request that its merchant gave up takes nothing that was booked after that, by night neither. */
    private boolean isLate(Instant bookedAt, OpenRequest request) {
        Instant cancelledAt = request.cancelledAt();
        return (cancelledAt != null && bookedAt.isAfter(cancelledAt))
                || lateRule.isLate(bookedAt, request.createdAt(), request.expiresAt());
    }
}
