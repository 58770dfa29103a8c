package vn.phopay.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.phopay.config.WebhookConfig;

/**
 * When a delivery that failed is tried again: pauses that grow threefold from the shortest to the longest, each up to a
 * fifth shorter or longer by chance, so that receivers that fell together are not called together. The last attempt is
 * made when the time is over, never later.
 */
final class RetrySchedule {
    private static final int GROWTH = 3;
    private static final int JITTER_PARTS = 5;

    private final WebhookConfig.Retry limits;
    private final RandomGenerator random;

    RetrySchedule(WebhookConfig.Retry limits, RandomGenerator random) {
        this.limits = limits;
        this.random = random;
    }

    /** When what happens at {@code moment} is given up. */
    Instant giveUpAt(Instant moment) {
        return moment.plus(limits.giveUpAfter());
    }

    /**
     * When to try again after a failure.
     *
     * @param failures how often it failed, the present time included
     * @param giveUpAt when it is given up
     * @param asked how long the receiver asked to wait
     */
    record Failure(int failures, Instant now, Instant giveUpAt, Optional<Duration> asked) {}

    /** The next attempt; empty where there is none, because the last one was made at or after the end. */
    Optional<Instant> next(Failure failure) {
        if (!failure.now().isBefore(failure.giveUpAt())) {
            return Optional.empty();
        }
        Duration pause = jittered(pauseAfter(failure.failures()));
        Duration asked = failure.asked().map(this::bounded).orElse(Duration.ZERO);
        Instant next = failure.now().plus(asked.compareTo(pause) > 0 ? asked : pause);
        return Optional.of(next.isAfter(failure.giveUpAt()) ? failure.giveUpAt() : next);
    }

    /** What a receiver asked for, as far as it gets it. */
    Duration bounded(Duration asked) {
        return asked.compareTo(limits.max()) > 0 ? limits.max() : asked;
    }

    private Duration pauseAfter(int failures) {
        Duration pause = limits.min();
        for (int i = 1; i < failures && pause.compareTo(limits.max()) < 0; i++) {
            pause = pause.multipliedBy(GROWTH);
        }
        return bounded(pause);
    }

    private Duration jittered(Duration pause) {
        long part = Math.max(1, pause.toMillis() / JITTER_PARTS);
        return bounded(pause.plusMillis(random.nextLong(-part, part + 1)));
    }
}
