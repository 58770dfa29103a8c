package vn.phopay.http.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.access.CredentialStore;
import vn.phopay.access.CredentialStore.Insertion;
import vn.phopay.access.LogIn;
import vn.phopay.access.Login;
import vn.phopay.access.Password;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.PhoneNumber;
import vn.phopay.access.RegisterStaff;
import vn.phopay.access.Role;
import vn.phopay.access.Sessions;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

/** Everything of logins and sessions, as the service wires it, on a test's own database and clock. */
final class AccessFixture {
    static final String PASSWORD = "bun-cha-hang-manh";
    static final Duration SESSION_LIFE = Duration.ofHours(12);
    static final int FAILURES_MAX = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private static final AtomicInteger SERIAL = new AtomicInteger();

    final MovableClock clock = MovableClock.morning();
    final Pool pool;
    final IdSource ids = new IdSource(clock);
    final CredentialStore credentials = new CredentialStore(clock);
    final PasswordHasher hasher =
            new PasswordHasher(TestPostgres.vertx(), new PasswordHasher.Settings(1024, 1, 1, 2, 100));
    final Sessions sessions;
    final RegisterStaff.Parts parts = new RegisterStaff.Parts(credentials, hasher, new AuditLog(ids, clock));
    final RegisterStaff registerStaff = new RegisterStaff(parts, ids, clock);

    AccessFixture(TestDatabase db) {
        this.pool = db.pool();
        this.sessions = new Sessions(pool, SESSION_LIFE, clock);
    }

    LogIn logIn(PasswordHasher by) {
        LogIn.Parts logInParts = new LogIn.Parts(credentials, by, sessions);
        return new LogIn(pool, logInParts, new LogIn.Lockout(FAILURES_MAX, LOCK), clock);
    }

    TestHttp.Builder http() {
        return new TestHttp.Builder(TestPostgres.vertx(), clock, sessions)
                .add(new PostSessions(logIn(hasher), false, clock))
                .add(new DeleteCurrentSession(sessions, false));
    }

    /** Registers a member of staff and gives its login. */
    String staff(Role role, String... districtCodes) {
        String login = "staff-" + SERIAL.incrementAndGet();
        Password password = Password.parse(PASSWORD).orElseThrow();
        RegisterStaff.Request request = new RegisterStaff.Request(
                Login.parseStaff(login).orElseThrow(), "Lan", role, Set.of(districtCodes), password);
        PasswordHasher.Hashed hash = assertInstanceOf(PasswordHasher.Hashed.class, await(hasher.hash(password)));
        assertInstanceOf(RegisterStaff.Registered.class, await(pool.withTransaction(
                tx -> registerStaff.register(tx, request, hash, AuditEntry.Actor.system()))));
        return login;
    }

    /** Gives a merchant a credential; the phone number is its login. */
    MerchantId merchant(String phone) {
        MerchantId id = new MerchantId(ids.next());
        PasswordHasher.Hashed hashed = assertInstanceOf(
                PasswordHasher.Hashed.class, await(hasher.hash(Password.parse(PASSWORD).orElseThrow())));
        assertEquals(Insertion.INSERTED, await(credentials.insertForMerchant(
                pool, PhoneNumber.parse(phone).orElseThrow(), id, hashed.phc())));
        return id;
    }

    /** Logs in and gives the answer's body. */
    static JsonObject session(TestHttp http, String login) {
        HttpResponse<String> answer = post(http, login, PASSWORD);
        assertEquals(201, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }

    static HttpResponse<String> post(TestHttp http, String login, String password) {
        return http.send("POST", "/api/v1/sessions", new JsonObject().put("login", login).put("password", password));
    }

    static String bearer(TestHttp http, String login) {
        return "Bearer " + session(http, login).getString("token");
    }

    /** The single value of a query that gives one. */
    Object one(String sql) {
        RowSet<Row> rows = await(pool.query(sql).execute());
        return rows.iterator().next().getValue(0);
    }

    UUID subjectOf(String login) {
        return (UUID) one("SELECT subject_id FROM credential WHERE login = '" + login + "'");
    }
}
