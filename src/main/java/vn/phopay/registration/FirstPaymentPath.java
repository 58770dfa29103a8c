package vn.phopay.registration;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.phopay.merchant.MerchantStatus;

/**
 * How far a shop has come on its way to the first payment.
 *
 * @param shopName the name that customers know
 * @param status how the city has decided
 * @param reason what it said, at the last decision
 * @param moments when each step was done
 * @param amountVnd the first payment, in đồng; 0 before it
 */
public record FirstPaymentPath(
        String shopName, MerchantStatus status, Optional<String> reason, Moments moments, long amountVnd) {

    /**
     * When each step was done; empty for those to come.
     *
     * @param registered the shop registered
     * @param approved the city approved it
     * @param printed its first code was made, ready to be printed
     * @param checked its owner scanned the code herself
     * @param paid the first payment that counts came in
     */
    public record Moments(
            Instant registered,
            Optional<Instant> approved,
            Optional<Instant> printed,
            Optional<Instant> checked,
            Optional<Instant> paid) {}

    /** One of the five steps. */
    public enum Step {
        /** The shop is registered. */
        REGISTERED,
        /** The city has approved it. */
        APPROVED,
        /** The code is made and can be printed. */
        PRINTED,
        /** The owner has scanned the code herself. */
        CHECKED,
        /** The first payment has come in. */
        PAID
    }

    /** How a step stands. */
    public enum State {
        /** It is done. */
        DONE,
        /** It is the one to do now, or to wait for. */
        NOW,
        /** It comes later. */
        LATER,
        /** The city said no, for now. */
        STOPPED,
        /** Money came in without it. */
        PASSED_OVER
    }

    /**
     * A step and how it stands.
     *
     * @param step which
     * @param state how it stands
     * @param at when it was done
     */
    public record Standing(Step step, State state, Optional<Instant> at) {}

    /** The five steps in their order; at most one of them is {@link State#NOW}. */
    public List<Standing> steps() {
        return Arrays.stream(Step.values()).map(step -> new Standing(step, state(step), at(step))).toList();
    }

    /** Whether the first payment is there, so that nobody needs the path any more. */
    public boolean isComplete() {
        return at(Step.PAID).isPresent();
    }

    /** The step to do now; empty at the end and where the city said no. */
    public Optional<Step> now() {
        return steps().stream().filter(step -> step.state() == State.NOW).map(Standing::step).findFirst();
    }

    /** When {@code step} was done. */
    public Optional<Instant> at(Step step) {
        return switch (step) {
            case REGISTERED -> Optional.of(moments.registered());
            case APPROVED -> moments.approved();
            case PRINTED -> moments.printed();
            case CHECKED -> moments.checked();
            case PAID -> moments.paid();
        };
    }

    private State state(Step step) {
        boolean refused = status == MerchantStatus.REJECTED || status == MerchantStatus.SUSPENDED;
        if (step == Step.APPROVED && refused) {
            return State.STOPPED;
        }
        if (at(step).isPresent()) {
            return State.DONE;
        }
        if (isComplete()) {
            return State.PASSED_OVER;
        }
        boolean first = Arrays.stream(Step.values())
                .filter(earlier -> earlier.compareTo(step) < 0)
                .allMatch(earlier -> at(earlier).isPresent());
        return first && !refused ? State.NOW : State.LATER;
    }
}
