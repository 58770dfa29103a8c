package vn.phopay.simulator.day;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs like another one and can be set, so that two days pass in minutes. */
public final class SimulatedClock extends Clock {
    private final Clock real;
    private final boolean movable;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private SimulatedClock(Clock real, boolean movable) {
        this.real = real;
        this.movable = movable;
    }

    /** A clock that can be set, for a service that is given it too. */
    public static SimulatedClock movable(Clock real) {
        return new SimulatedClock(real, true);
    }

    /** A clock that nobody can set: that of a service somewhere else. */
    public static SimulatedClock fixed(Clock real) {
        return new SimulatedClock(real, false);
    }

    /** Whether {@link #moveTo} does anything. */
    public boolean isMovable() {
        return movable;
    }

    /** Sets it, where it can be set. */
    public void moveTo(Instant moment) {
        if (movable) {
            ahead.set(Duration.between(real.instant(), moment));
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody asks this clock for local time");
    }
}
