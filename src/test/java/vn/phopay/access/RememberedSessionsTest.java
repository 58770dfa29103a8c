package vn.phopay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.phopay.access.Authenticator.Session;
import vn.phopay.testing.MovableClock;

/** A session is believed for a second at most, and not at all once something may have changed it. */
class RememberedSessionsTest {
    private static final String TOKEN = "a".repeat(43);
    private static final Session LIVE = new Session(new Principal(new UUID(0, 1), Role.ADMIN, Set.of()), "csrf");

    private final MovableClock clock = MovableClock.morning();
    private final AtomicLong nanos = new AtomicLong();
    private Future<Optional<Session>> answer = Future.succeededFuture(Optional.of(LIVE));
    private int looks;
    private final RememberedSessions sessions = new RememberedSessions(token -> {
        looks++;
        return answer;
    }, clock, nanos::get);

    @Test
    void sessionShouldBeBelievedForASecondAndNoLonger() {
        look();
        answer = Future.succeededFuture(Optional.empty());
        nanos.set(RememberedSessions.HOLDS_FOR.toNanos() - 1);
        assertEquals(Optional.of(LIVE), look());
        assertEquals(1, looks);
        nanos.set(RememberedSessions.HOLDS_FOR.toNanos());
        assertEquals(Optional.empty(), look());
    }

    @Test
    void sessionShouldNotBeBelievedPastItsEndWhenTheClockWasMoved() {
        look();
        answer = Future.succeededFuture(Optional.empty());
        clock.advance(RememberedSessions.HOLDS_FOR.minus(Duration.ofNanos(1)));
        assertEquals(Optional.of(LIVE), look());
        clock.advance(Duration.ofNanos(1));
        assertEquals(Optional.empty(), look());
    }

    @Test
    void sessionShouldBeLookedForAnewWhenSomethingMayHaveEndedIt() {
        look();
        answer = Future.succeededFuture(Optional.empty());
        sessions.forget();
        assertEquals(Optional.empty(), look());
    }

    @Test
    void lookThatBeganBeforeTheEndShouldNotBeRemembered() {
        Promise<Optional<Session>> slow = Promise.promise();
        answer = slow.future();
        Future<Optional<Session>> asked = sessions.authenticate(TOKEN);
        sessions.forget();
        slow.complete(Optional.of(LIVE));
        assertEquals(Optional.of(LIVE), asked.result());
        answer = Future.succeededFuture(Optional.empty());
        assertEquals(Optional.empty(), look());
    }

    @Test
    void strangersShouldNeverBeRemembered() {
        answer = Future.succeededFuture(Optional.empty());
        look();
        answer = Future.succeededFuture(Optional.of(LIVE));
        assertEquals(Optional.of(LIVE), look());
        assertEquals(2, looks);
        assertEquals(Optional.empty(), sessions.authenticate("no token").result());
        assertEquals(2, looks, "what can be no token needs no look");
        assertEquals(Optional.of(LIVE), sessions.authenticate("b".repeat(43)).result());
        assertEquals(3, looks, "nobody gets another one's session");
    }

    @Test
    void faultShouldBeToldAndNotRemembered() {
        answer = Future.failedFuture(new IllegalStateException("no database"));
        assertTrue(sessions.authenticate(TOKEN).failed());
        answer = Future.succeededFuture(Optional.of(LIVE));
        assertEquals(Optional.of(LIVE), look());
    }

    private Optional<Session> look() {
        return sessions.authenticate(TOKEN).result();
    }
}
