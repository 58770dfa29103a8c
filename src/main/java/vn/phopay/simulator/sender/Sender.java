package vn.phopay.simulator.sender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How one sender tells, signs and repeats, and what it takes for an answer. Safe for use by several threads. */
public interface Sender {
    /** The dialect's name. */
    String dialect();

    /** Most movements in one call. */
    default int batchMax() {
        return 1;
    }

    /** Whether it can tell of money that went out. */
    default boolean tellsDebits() {
        return true;
    }

    /** Whether its debits name the payment that they take back, and do not merely repeat its trace. */
    default boolean namesReversed() {
        return false;
    }

    /** Whether it names the virtual account of a payment. */
    default boolean tellsVirtualAccounts() {
        return true;
    }

    /** Whether it names the trace, so that two senders' word can be held together. */
    default boolean tellsTraces() {
        return true;
    }

    /** How old a signature may be; empty where it bears no time. */
    default Optional<Duration> signatureAgeMax() {
        return Optional.empty();
    }

    /** The id by which the receiver will know {@code movement}. */
    String idOf(Movement movement);

    /** Tells {@code movements}, 1 to {@link #batchMax()}, signed at {@code now}. */
    Call tell(List<Movement> movements, Instant now);

    /** Tells {@code movement}, correctly signed, with an amount that no reader may take. */
    Call tellUnreadable(Movement movement, Instant now);

    /** A signed test of the address, as portals send when it is entered. */
    Call probe(Instant now);

    /** What {@code answer} means to it. */
    Verdict judge(Answer answer);

    /** The pauses between its attempts, in order; after the last one it gives up. */
    List<Duration> pauses();

    /** The call that fetches what the next ones must carry; empty where they need nothing or have it. */
    default Optional<Call> fetchToken(Instant now) {
        return Optional.empty();
    }

    /** Keeps what {@link #fetchToken} brought; {@code now} is when it was asked for. */
    default void takeToken(Answer answer, Instant now) {}
}
