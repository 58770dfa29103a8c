package vn.phopay.issuing;

import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import vn.phopay.payment.PaymentOutcome;
import vn.phopay.payment.RequestSum;

/**
 * Where a payment request stands: a pure fold over the request, its credits and the time, so that it can be recomputed
 * from the facts at any moment.
 *
 * @param status the word of it
 * @param paidVnd the sum of its live credits less what was given back, whole đồng; 0 where there is none
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
        /** All that had come was taken back or given back. */
        REFUNDED
    }

    /**
     * Folds. Money decides first: a request that is paid is paid, although it was cancelled or expired meanwhile (a
     * transfer booked in time may arrive later). A cancelled one stays cancelled whatever part of it came. Part of the
     * money is never hidden behind "expired". A request that was paid and of which a part was given back stays paid.
     */
    public static PaymentRequestState of(PaymentRequest request, List<RequestPayment> credits, Instant now) {
        long receivedVnd = sum(credits, RequestPayment::amountVnd);
        long refundedVnd = sum(credits, RequestPayment::refundedVnd);
        boolean takenBack = refundedVnd > 0 || credits.stream().anyMatch(credit -> credit.counts() && !credit.isLive());
        Money money = new Money(receivedVnd, receivedVnd - refundedVnd, takenBack);
        return new PaymentRequestState(statusOf(request, money, now), money.keptVnd());
    }

    private record Money(long receivedVnd, long keptVnd, boolean takenBack) {}

    private static long sum(List<RequestPayment> credits, ToLongFunction<RequestPayment> amount) {
        return credits.stream().filter(RequestPayment::isLive).mapToLong(amount).reduce(0, Math::addExact);
    }

    /** Whether live credits have paid it in full or beyond. */
    public boolean isPaid() {
        return status == Status.PAID || status == Status.OVERPAID;
    }

    private static Status statusOf(PaymentRequest request, Money money, Instant now) {
        RequestSum sum = request.terms().sum();
        PaymentOutcome kept = sum.outcomeOf(money.keptVnd());
        if (kept != PaymentOutcome.UNDERPAID) {
            return kept == PaymentOutcome.MATCHED ? Status.PAID : Status.OVERPAID;
        }
        boolean wasPaid = sum.outcomeOf(money.receivedVnd()) != PaymentOutcome.UNDERPAID;
        if (wasPaid) {
            return money.keptVnd() == 0 ? Status.REFUNDED : Status.PAID;
        }
        if (request.cancelledAt().isPresent()) {
            return Status.CANCELLED;
        }
        if (money.keptVnd() > 0) {
            return Status.UNDERPAID;
        }
        if (money.takenBack()) {
            return Status.REFUNDED;
        }
        boolean over = request.expiredAt().isPresent() || now.isAfter(request.terms().expiresAt());
        return over ? Status.EXPIRED : Status.PENDING;
    }
}
