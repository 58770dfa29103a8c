package vn.phopay.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts and locks logins that nobody has just as {@code credential} does those that somebody has, so that a lock does
 * not tell which logins exist. In memory and bounded: the login longest unused is forgotten first.
 */
final class StrangerLocks {
    private static final int LOGINS_MAX = 10_000;
    private static final Instant NEVER_LOCKED = Instant.MIN;
    private static final Tries NONE = new Tries(0, NEVER_LOCKED);

    private final int failuresMax;
    private final Duration lock;
    private final Clock clock;
    private final Map<String, Tries> loginToTries = new LinkedHashMap<>(16, 0.75f, true);

    StrangerLocks(int failuresMax, Duration lock, Clock clock) {
        this.failuresMax = failuresMax;
        this.lock = lock;
        this.clock = clock;
    }

    private record Tries(int failures, Instant lockedUntil) {}

    /** How long {@code login} stays locked; empty where it is not. */
    synchronized Optional<Duration> lockedFor(String login) {
        return remaining(loginToTries.getOrDefault(login, NONE));
    }

    /** Counts one failure; false where the login was locked meanwhile. */
    synchronized boolean countFailure(String login) {
        Tries before = loginToTries.getOrDefault(login, NONE);
        if (remaining(before).isPresent()) {
            return false;
        }
        boolean lockEnded = !before.lockedUntil().equals(NEVER_LOCKED);
        int failures = lockEnded ? 1 : before.failures() + 1;
        Instant lockedUntil = failures >= failuresMax ? clock.instant().plus(lock) : NEVER_LOCKED;
        loginToTries.put(login, new Tries(failures, lockedUntil));
        forgetOldest();
        return true;
    }

    private Optional<Duration> remaining(Tries tries) {
        Instant now = clock.instant();
        return tries.lockedUntil().isAfter(now)
                ? Optional.of(Duration.between(now, tries.lockedUntil()))
                : Optional.empty();
    }

    private void forgetOldest() {
        if (loginToTries.size() > LOGINS_MAX) {
            loginToTries.remove(loginToTries.keySet().iterator().next());
        }
    }
}
