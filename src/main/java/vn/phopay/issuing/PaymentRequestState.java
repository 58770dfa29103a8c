package vn.phopay.issuing;

import java.time.Instant;
import java.util.List;

/**
 * Where a payment request stands: a pure fold over the request, its credits and the time, so that it can be recomputed
 * from the facts at any moment.
 *
 * @param status the word of it
 * @param paidVnd the sum of its live credits, whole đồng; 0 where there is none
 */
public record PaymentRequestState(Status status, long paidVnd) {
    /** The words of the HTTP contract. */
    public enum Status {
        /** It waits for its payment. */
        PENDING,
        /** Its live credits are exactly what was asked. */
        PAID,
        /** Some money came, not all; more may come. */
        UNDERPAID,
        /** More came than was asked. */
        OVERPAID,
        /** Its time is over and nothing came. */
        EXPIRED,
        /** Its owner gave it up before it was paid. */
        CANCELLED,
        /** All that had come was taken back. */
        REFUNDED
    }

    /**
     * Folds. Money decides first: a request that is paid is paid, although it was cancelled or expired meanwhile (a
     * transfer booked in time may arrive later). A cancelled one stays cancelled whatever part of it came. Part of the
     * money is never hidden behind "expired".
     */
    public static PaymentRequestState of(PaymentRequest request, List<RequestPayment> credits, Instant now) {
        long paidVnd = credits.stream()
                .filter(RequestPayment::isLive)
                .mapToLong(RequestPayment::amountVnd)
                .reduce(0, Math::addExact);
        boolean takenBack = credits.stream().anyMatch(credit -> credit.counts() && !credit.isLive());
        return new PaymentRequestState(statusOf(request, paidVnd, takenBack, now), paidVnd);
    }

    /** Whether live credits have paid it in full or beyond. */
    public boolean isPaid() {
        return status == Status.PAID || status == Status.OVERPAID;
    }

    private static Status statusOf(PaymentRequest request, long paidVnd, boolean takenBack, Instant now) {
        long askedVnd = request.terms().amount().amountVnd();
        if (paidVnd >= askedVnd) {
            return paidVnd == askedVnd ? Status.PAID : Status.OVERPAID;
        }
        if (request.cancelledAt().isPresent()) {
            return Status.CANCELLED;
        }
        if (paidVnd > 0) {
            return Status.UNDERPAID;
        }
        if (takenBack) {
            return Status.REFUNDED;
        }
        boolean over = request.expiredAt().isPresent() || now.isAfter(request.terms().expiresAt());
        return over ? Status.EXPIRED : Status.PENDING;
    }
}
