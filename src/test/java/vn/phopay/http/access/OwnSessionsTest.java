package vn.phopay.http.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.access.ChangePassword;
import vn.phopay.access.ConfirmPassword;
import vn.phopay.access.LogIn;
import vn.phopay.access.OpenSession;
import vn.phopay.access.Password;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.access.SessionList;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

/** What somebody sees and ends of his own log-ins, and what a changed password ends. */
class OwnSessionsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("own_sessions");

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final String IPHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1";
    private static final String NEXT = "com-tam-suon-bi";

    private final AccessFixture fixture = new AccessFixture(DB);
    private final TestHttp http = fixture.http().add(new Hello()).start();
    private final AuditLog audit = new AuditLog(fixture.ids, fixture.clock);
    private final SessionList list = new SessionList(audit, fixture.clock);
    private final LogIn.Lockout lockout = new LogIn.Lockout(AccessFixture.FAILURES_MAX, AccessFixture.LOCK);
    private final ConfirmPassword confirm = new ConfirmPassword(fixture.pool,
            new LogIn.Parts(fixture.credentials, fixture.hasher, fixture.sessions), lockout, fixture.clock);
    private final ChangePassword change =
            new ChangePassword(confirm, fixture.hasher, fixture.credentials, list, audit);
    private final String phone = "0912%06d".formatted(SERIAL.incrementAndGet());
    private final Principal owner = new Principal(
            fixture.merchant(phone).value(), Role.MERCHANT, Set.of());

    /** Lets any session in. */
    private static final class Hello implements Endpoint {
        @Override
        public EndpointSpec spec() {
            return EndpointSpec.get("/hello", Access.SESSION);
        }

        @Override
        public Future<Reply> handle(Call call) {
            return Future.succeededFuture(Reply.noContent());
        }
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void listShouldShowEachLogInWithItsDeviceAndTheAskingOneFirst() {
        String phoneToken = token(IPHONE);
        fixture.clock.advance(Duration.ofMinutes(10));
        String plain = token("curl/8.5.0");

        List<OpenSession> seenByPlain = list(plain);

        assertEquals(2, seenByPlain.size());
        assertTrue(seenByPlain.getFirst().asking());
        assertEquals("", seenByPlain.getFirst().device().text());
        assertFalse(seenByPlain.getLast().asking());
        assertEquals("iPhone · Safari", seenByPlain.getLast().device().text());
        assertEquals(Duration.ofMinutes(10), Duration.between(
                seenByPlain.getLast().openedAt(), seenByPlain.getFirst().openedAt()));
        assertTrue(list(phoneToken).getFirst().device().text().startsWith("iPhone"), "to the phone its own is first");
        assertNotEquals(seenByPlain.getFirst().id(), seenByPlain.getLast().id());
        assertEquals(0L, fixture.one("SELECT count(*) FROM session WHERE device LIKE '%Mozilla%'"));
    }

    @Test
    void seenShouldMoveOnceAnHourAtMost() {
        String token = token(IPHONE);
        String read = "SELECT last_seen_at FROM session WHERE subject_id = '" + owner.subjectId() + "'";

        fixture.clock.advance(Duration.ofMinutes(59));
        assertEquals(204, hello(token));
        assertEquals(null, fixture.one(read), "within the hour nothing is written");
        fixture.clock.advance(Duration.ofMinutes(1));
        assertEquals(204, hello(token));
        Object moved = fixture.one(read);
        assertNotEquals(null, moved);
        fixture.clock.advance(Duration.ofMinutes(59));
        assertEquals(204, hello(token));
        assertEquals(moved, fixture.one(read));
        fixture.clock.advance(Duration.ofMinutes(1));
        assertEquals(204, hello(token));
        assertEquals(fixture.clock.instant(), list(token).getFirst().seenAt());
    }

    @Test
    void endOneShouldRefuseThatSessionAtOnceAndNoOther() {
        String lost = token(IPHONE);
        String kept = token("");
        OpenSession other = list(kept).getLast();

        assertTrue(await(list.endOne(fixture.pool, asker(kept), other.id())));

        assertEquals(401, hello(lost));
        assertEquals(204, hello(kept));
        assertFalse(await(list.endOne(fixture.pool, asker(kept), other.id())), "once");
    }

    @Test
    void endOneShouldFindNothingWhenTheSessionIsSomebodyElses() {
        String victim = token(IPHONE);
        OpenSession session = list(victim).getFirst();
        Principal stranger = new Principal(fixture.merchant("0913%06d".formatted(SERIAL.incrementAndGet())).value(),
                Role.MERCHANT, Set.of());

        assertFalse(await(list.endOne(fixture.pool,
                new SessionList.Asker(AuditEntry.Actor.of(stranger, "req-1"), victim), session.id())));
        assertEquals(204, hello(victim));
    }

    @Test
    void endOthersShouldKeepTheAskingOne() {
        List<String> others = List.of(token(IPHONE), token(""), token(""));
        String kept = token("");

        assertEquals(3, await(list.endOthers(fixture.pool, asker(kept))));

        others.forEach(token -> assertEquals(401, hello(token)));
        assertEquals(204, hello(kept));
        assertEquals(1L, fixture.one("SELECT count(*) FROM audit_entry WHERE action = 'session.end-others'"
                + " AND actor_id = '" + owner.subjectId() + "' AND details ->> 'sessions' = '3'"));
    }

    @Test
    void changeShouldTakeTheNewPasswordAndEndTheOtherSessions() throws Exception {
        String other = token(IPHONE);
        String kept = token("");

        assertEquals(new ChangePassword.Changed(1), change(AccessFixture.PASSWORD, NEXT, kept));

        assertEquals(401, hello(other));
        assertEquals(204, hello(kept));
        assertEquals(401, AccessFixture.post(http, phone, AccessFixture.PASSWORD).statusCode());
        assertEquals(201, AccessFixture.post(http, phone, NEXT).statusCode());
    }

    @Test
    void changeShouldBeRefusedWhenTheOldPasswordIsWrongOrTheNewOneTheSame() throws Exception {
        String kept = token("");

        assertInstanceOf(ConfirmPassword.Wrong.class,
                assertInstanceOf(ChangePassword.Refused.class, change("not-the-password", NEXT, kept)).why());
        assertInstanceOf(ChangePassword.SameAsBefore.class,
                change(AccessFixture.PASSWORD, AccessFixture.PASSWORD, kept));
        assertEquals(201, AccessFixture.post(http, phone, AccessFixture.PASSWORD).statusCode());
    }

    @Test
    void changeShouldHappenOnceWhenTwoChangeAtOnce() throws Exception {
        String kept = token("");

        List<Object> outcomes = AtOnce.run(4, i -> change(AccessFixture.PASSWORD, NEXT + i, kept));

        assertEquals(1, outcomes.stream().filter(ChangePassword.Changed.class::isInstance).count(),
                outcomes.toString());
        assertEquals(1, IntStream.range(0, 4)
                .filter(i -> AccessFixture.post(http, phone, NEXT + i).statusCode() == 201).count());
    }

    @Test
    void guessesShouldLockTheLoginWhereverTheyAreMade() throws Exception {
        String kept = token("");
        for (int i = 0; i < AccessFixture.FAILURES_MAX - 1; i++) {
            assertInstanceOf(ConfirmPassword.Wrong.class, await(confirm.confirm(owner.subjectId(), "guess-" + i)));
        }
        assertEquals(401, AccessFixture.post(http, phone, "one-more-guess").statusCode());

        assertInstanceOf(ConfirmPassword.Locked.class,
                await(confirm.confirm(owner.subjectId(), AccessFixture.PASSWORD)), "the right one is not told");
        assertEquals(429, AccessFixture.post(http, phone, AccessFixture.PASSWORD).statusCode());
        assertEquals(204, hello(kept), "who is logged in stays so");
        fixture.clock.advance(AccessFixture.LOCK);
        assertInstanceOf(ConfirmPassword.Confirmed.class,
                await(confirm.confirm(owner.subjectId(), AccessFixture.PASSWORD)));
        assertEquals(0, fixture.one("SELECT failures FROM credential WHERE subject_id = '" + owner.subjectId() + "'"));
    }

    @Test
    void confirmShouldTellExactlyTheAllowedGuessesWhenManyComeAtOnce() throws Exception {
        List<Object> outcomes = AtOnce.run(30, i -> await(confirm.confirm(owner.subjectId(), "guess-" + i)));

        assertEquals(AccessFixture.FAILURES_MAX,
                outcomes.stream().filter(ConfirmPassword.Wrong.class::isInstance).count(), outcomes.toString());
    }

    private Object change(String old, String next, String token) {
        VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));
        return await(threads.call(() -> switch (change.prepare(
                owner.subjectId(), old, Password.parse(next).orElseThrow())) {
            case ChangePassword.Ready ready -> Future.await(fixture.pool.withTransaction(
                    tx -> threads.call(() -> change.change(tx, ready, asker(token)))));
            case ChangePassword.Preparation refused -> refused;
        }));
    }

    private List<OpenSession> list(String token) {
        return await(list.list(fixture.pool, asker(token)));
    }

    private SessionList.Asker asker(String token) {
        return new SessionList.Asker(AuditEntry.Actor.of(owner, "req-1"), token);
    }

    private String token(String userAgent) {
        JsonObject body = new JsonObject().put("login", phone).put("password", AccessFixture.PASSWORD);
        String answer = http.send("POST", "/api/v1/sessions", body, "user-agent", userAgent).body();
        return new JsonObject(answer).getString("token");
    }

    private int hello(String token) {
        return http.send("GET", "/hello", null, "authorization", "Bearer " + token).statusCode();
    }
}
