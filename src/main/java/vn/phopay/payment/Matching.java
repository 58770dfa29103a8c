package vn.phopay.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.payment.Surroundings.AccountOwner;
import vn.phopay.payment.Surroundings.OpenRequest;
import vn.phopay.payment.Surroundings.Target;
import vn.phopay.reconciliation.CaseKind;

/**
 * Decides whose a credit is and what it does to its request. A surprise is never an error: money moved, so it is
 * recorded, and where a person must decide a case says so. No amount tolerance: one đồng short is underpaid.
 */
final class Matching {
    private final Duration lateGrace;

    /** Requests still take a payment that was booked within {@code lateGrace} after their expiry. */
    Matching(Duration lateGrace) {
        this.lateGrace = lateGrace;
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
        Optional<AccountOwner> owner = around.ownerOf(fact);
        List<Target> targets = fact.candidates().stream()
                .flatMap(code -> around.targetOf(code).stream())
                .distinct()
                .toList();
        if (targets.isEmpty()) {
            return owner.map(o -> byAccount(o, reversedBefore))
                    .orElseGet(() -> reversedBefore
                            ? Decision.of(PaymentOutcome.REVERSED, Attribution.NONE)
                            : Decision.parked(CaseKind.UNMATCHED));
        }
        List<Target> own = targets.stream()
                .filter(target -> owner.filter(o -> o.merchantId().equals(target.merchantId())).isPresent())
                .toList();
        if (own.isEmpty()) {
            return Decision.parked(CaseKind.WRONG_ACCOUNT);
        }
        if (own.size() > 1) {
            return Decision.parked(CaseKind.SEVERAL_CODES);
        }
        return byCode(fact, own.getFirst(), around, reversedBefore);
    }

    private static Decision byAccount(AccountOwner owner, boolean reversedBefore) {
        Attribution attribution = new Attribution(owner.merchantId(), owner.singleOutletId(), null, null);
        return Decision.of(reversedBefore ? PaymentOutcome.REVERSED : PaymentOutcome.ACCOUNT, attribution);
    }

    private Decision byCode(PaymentFact fact, Target target, Surroundings around, boolean reversedBefore) {
        if (reversedBefore) {
            return Decision.of(PaymentOutcome.REVERSED, target.attribution());
        }
        UUID requestId = target.paymentRequestId();
        if (requestId == null) {
            return Decision.of(PaymentOutcome.OUTLET, target.attribution());
        }
        OpenRequest request = around.request(requestId);
        if (isLate(fact.notice().bookedAt(), request)) {
            return new Decision(PaymentOutcome.LATE, target.attribution(), Optional.of(CaseKind.LATE));
        }
        long paidVnd = around.addPaid(requestId, fact.notice().amountVnd());
        return Decision.of(outcomeOf(paidVnd, request.amountVnd()), target.attribution());
    }

    /** Judged by when the bank booked it, never by when it arrived here. */
    private boolean isLate(Instant bookedAt, OpenRequest request) {
        Instant cancelledAt = request.cancelledAt();
        return bookedAt.isAfter(request.expiresAt().plus(lateGrace))
                || (cancelledAt != null && bookedAt.isAfter(cancelledAt));
    }

    private static PaymentOutcome outcomeOf(long paidVnd, long askedVnd) {
        int comparison = Long.compare(paidVnd, askedVnd);
        if (comparison == 0) {
            return PaymentOutcome.MATCHED;
        }
        return comparison < 0 ? PaymentOutcome.UNDERPAID : PaymentOutcome.OVERPAID;
    }
}
