package vn.phopay.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.phopay.event.MerchantEvent;
import vn.phopay.event.MerchantEvent.RequestEffect;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.PaymentFact;
import vn.phopay.payment.PaymentOutcome;
import vn.phopay.payment.PaymentView;

/**
 * A payment as the people in the shop are told of it: nothing of the payer, its bank or its words.
 *
 * @param id the payment
 * @param kind good news or not
 * @param spoken whether it is said aloud: only what a bank's signed callback tells now
 * @param amountVnd in whole đồng
 * @param askedVnd what its request asks for
 * @param outletName where it was paid, as far as that is known
 * @param bookedAt when the bank booked it
 * @param businessDate the day it counts for
 */
public record LivePayment(
        PaymentId id,
        Kind kind,
        boolean spoken,
        long amountVnd,
        Optional<Long> askedVnd,
        Optional<String> outletName,
        Instant bookedAt,
        LocalDate businessDate) {
    /** Whoever pays less than this most likely left three zeros out: 200 for 200.000. */
    public static final long SMALL_BELOW_VND = 1_000;

    private static final String CREDIT = "CREDIT";
    private static final Set<PaymentOutcome> ENOUGH = EnumSet.of(PaymentOutcome.MATCHED, PaymentOutcome.OVERPAID);

    /** What a payment means to whoever sells. */
    public enum Kind {
        /** The money is there. */
        RECEIVED,
        /** Money is there, and too little of it. */
        WARNING,
        /** The bank took it back. */
        TAKEN_BACK,
        /** It was another shop's. */
        GONE
    }

    /** What an event tells the people in the shop; empty where it is none of their concern. */
    public static Optional<LivePayment> of(MerchantEvent event) {
        PaymentView payment = event.payment();
        PaymentOutcome outcome = event.request().map(RequestEffect::outcome).orElse(payment.outcome());
        boolean told = payment.evidence().source() == PaymentFact.Source.CALLBACK;
        return switch (event.kind()) {
            case RECEIVED -> Optional.of(of(event, received(event, outcome), told && !payment.reversed()));
            case ASSIGNED -> Optional.of(of(event, received(event, outcome), false));
            case REVERSED -> Optional.of(of(event, Kind.TAKEN_BACK, told && wasToldBefore(payment)));
            case UNASSIGNED -> Optional.of(of(event, Kind.GONE, false));
            case REFUNDED -> Optional.empty();
        };
    }

    /**
     * Whether money that came is enough: not a sum that nothing costs, and what was asked for. The last part of a
     * request that is paid in parts is enough, and so is what the request's owner lets pass.
     */
    public static Kind received(long amountVnd, Optional<Long> askedVnd, PaymentOutcome outcome) {
        boolean lessThanAsked = askedVnd.filter(asked -> amountVnd < asked).isPresent() && !ENOUGH.contains(outcome);
        return amountVnd < SMALL_BELOW_VND || lessThanAsked || outcome == PaymentOutcome.UNDERPAID
                ? Kind.WARNING : Kind.RECEIVED;
    }

    private static Kind received(MerchantEvent event, PaymentOutcome outcome) {
        return received(event.payment().money().amountVnd(), event.shown().askedVnd(), outcome);
    }

    /** A credit whose reversal came first was never told as received. */
    private static boolean wasToldBefore(PaymentView payment) {
        return !(CREDIT.equals(payment.money().direction()) && payment.outcome() == PaymentOutcome.REVERSED);
    }

    private static LivePayment of(MerchantEvent event, Kind kind, boolean spoken) {
        PaymentView payment = event.payment();
        return new LivePayment(
                payment.id(),
                kind,
                spoken,
                payment.money().amountVnd(),
                event.shown().askedVnd(),
                event.shown().outletName(),
                payment.times().bookedAt(),
                payment.times().businessDate());
    }
}
