package vn.phopay.access;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Sessions that were found a moment ago are believed without another look, for {@link #HOLDS_FOR} at most, so that a
 * page that asks again whether its figures still hold needs no database. Only for reading figures: whatever else a
 * session may do is asked of the database each time. {@link #forget} makes this instance see at once what it changed
 * itself; another instance's changes are seen within that time.
 *
 * <p>Keyed by the hash of the token, never by the token. Only sessions that were found are remembered.
 */
public final class RememberedSessions implements Authenticator {
    /** For how long a session is believed. */
    public static final Duration HOLDS_FOR = Duration.ofSeconds(1);

    private static final int SESSIONS_MAX = 10_000;

    private final Authenticator sessions;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<String, Found> hashToFound = new LinkedHashMap<>();
    private long forgotten;

    /**
     * Remembers what {@code sessions} finds. A session is believed while neither {@code clock}, by which sessions
     * end, nor {@code nanos}, which nobody sets back, says that it was found longer ago.
     */
    public RememberedSessions(Authenticator sessions, Clock clock, LongSupplier nanos) {
        this.sessions = sessions;
        this.clock = clock;
        this.nanos = nanos;
    }

    private record Found(Session session, Instant at, long atNs) {}

    @Override
    public Future<Optional<Session>> authenticate(String token) {
        Optional<String> hash = SessionToken.parse(token).map(known -> known.sha256().toString("ISO-8859-1"));
        if (hash.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        long before;
        synchronized (this) {
            Found found = hashToFound.get(hash.get());
            if (found != null && holds(found)) {
                return Future.succeededFuture(Optional.of(found.session()));
            }
            before = forgotten;
        }
        Instant at = clock.instant();
        long atNs = nanos.getAsLong();
        return sessions.authenticate(token).onSuccess(session ->
                session.ifPresent(live -> remember(hash.get(), new Found(live, at, atNs), before)));
    }

    /** Forgets all sessions, those among them that are being looked for: call it when one may have changed or ended. */
    public synchronized void forget() {
        hashToFound.clear();
        forgotten++;
    }

    private synchronized void remember(String hash, Found found, long before) {
        if (before != forgotten) {
            return;
        }
        hashToFound.remove(hash);
        if (hashToFound.size() >= SESSIONS_MAX) {
            hashToFound.clear();
        }
        hashToFound.put(hash, found);
    }

    private boolean holds(Found found) {
        return nanos.getAsLong() - found.atNs() < HOLDS_FOR.toNanos()
                && Duration.between(found.at(), clock.instant()).abs().compareTo(HOLDS_FOR) < 0;
    }
}
