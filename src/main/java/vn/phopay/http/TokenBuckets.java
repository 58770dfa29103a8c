package vn.phopay.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One token bucket for each client, as the generic cell rate algorithm keeps it (ITU-T I.371): of a client only the
 * moment is kept at which its bucket will be full again. Bounded: the client longest unseen is forgotten first.
 */
public final class TokenBuckets {
    private final long nanosPerToken;
    private final long nanosPerBucket;
    private final int clientsMax;
    private final Clock clock;
    private final Map<String, Instant> clientToFullAt = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * How much one client may send.
     *
     * @param burst requests at once, 1 or more
     * @param perMinute requests a minute in the long run, 1 or more
     * @param clientsMax clients remembered at a time
     */
    public record Limit(int burst, int perMinute, int clientsMax) {
        /** Refuses limits that would let nothing through. */
        public Limit {
            if (burst < 1 || perMinute < 1 || clientsMax < 1) {
                throw new IllegalArgumentException("a limit lets at least one request through");
            }
        }
    }

    /** Full buckets for everybody. */
    public TokenBuckets(Limit limit, Clock clock) {
        this.nanosPerToken = Duration.ofMinutes(1).toNanos() / limit.perMinute();
        this.nanosPerBucket = nanosPerToken * limit.burst();
        this.clientsMax = limit.clientsMax();
        this.clock = clock;
    }

    /** Takes a token of {@code client}; where there is none, nothing is taken and the wait for the next is returned. */
    public synchronized Optional<Duration> take(String client) {
        Instant now = clock.instant();
        // No bucket is more than empty: the clock may have been a day ahead when this one was last seen.
        Instant emptyIsFullAt = now.plusNanos(nanosPerBucket);
        clientToFullAt.computeIfPresent(client, (known, fullAt) -> earlier(fullAt, emptyIsFullAt));
        Instant fullAt = clientToFullAt.getOrDefault(client, now);
        Instant fullAfter = (fullAt.isAfter(now) ? fullAt : now).plusNanos(nanosPerToken);
        Duration wait = Duration.between(emptyIsFullAt, fullAfter);
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        clientToFullAt.put(client, fullAfter);
        if (clientToFullAt.size() > clientsMax) {
            clientToFullAt.remove(clientToFullAt.keySet().iterator().next());
        }
        return Optional.empty();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
