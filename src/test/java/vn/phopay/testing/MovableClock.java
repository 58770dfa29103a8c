package vn.phopay.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until the test moves it. */
public final class MovableClock extends Clock {
    private volatile Instant now;

    /** A clock that stands at {@code start}. */
    public MovableClock(Instant start) {
        this.now = start;
    }

    /** A clock that stands at a working morning in Hà Nội. */
    public static MovableClock morning() {
        return new MovableClock(Instant.parse("2026-11-23T02:00:00Z"));
    }

    /** Moves on by {@code duration}. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("times are instants; zones are named where days are read");
    }
}
