package vn.phopay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.access.EnsureFirstAdmin.AlreadyThere;
import vn.phopay.access.EnsureFirstAdmin.Made;
import vn.phopay.config.AccessConfig;
import vn.phopay.identity.IdSource;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class EnsureFirstAdminTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("first_admin");

    private final Clock clock = Clock.systemUTC();
    private final Pool pool = DB.pool();
    private final PasswordHasher hasher =
            new PasswordHasher(TestPostgres.vertx(), new PasswordHasher.Settings(1024, 1, 1, 2, 100));
    private final CredentialStore credentials = new CredentialStore(clock);
    private final RegisterStaff.Parts parts =
            new RegisterStaff.Parts(credentials, hasher, new AuditLog(new IdSource(clock), clock));

    @BeforeEach
    void empty() {
        await(pool.withTransaction(connection -> connection
                .query("SET LOCAL session_replication_role = replica").execute()
                .compose(set -> connection.query("TRUNCATE staff, credential, session, audit_entry CASCADE")
                        .execute())));
    }

    @Test
    void ensureShouldMakeTheConfiguredOneWhenThereIsNone() {
        Made made = assertInstanceOf(Made.class, ensure(new AccessConfig.Admin("Boss", "boss-password")));

        assertEquals("boss", made.login());
        assertTrue(made.randomPassword().isEmpty());
        assertTrue(logsIn("boss", "boss-password"));
        assertEquals(1L, count("audit_entry WHERE action = 'staff.register' AND actor_role = 'SYSTEM'"));
    }

    @Test
    void ensureShouldMakeAdminWithARandomPasswordWhenNothingIsConfigured() {
        Made made = assertInstanceOf(Made.class, ensure(null));

        assertEquals("admin", made.login());
        String password = made.randomPassword().orElseThrow();
        assertTrue(password.matches("[0-9a-z]{20}"));
        assertTrue(logsIn("admin", password));
    }

    @Test
    void ensureShouldChangeNothingWhenThereIsOne() {
        ensure(new AccessConfig.Admin("boss", "boss-password"));

        assertInstanceOf(AlreadyThere.class, ensure(null));
        assertInstanceOf(AlreadyThere.class, ensure(new AccessConfig.Admin("boss", "other-password")));
        assertTrue(logsIn("boss", "boss-password"));
        assertEquals(1L, count("staff"));
    }

    @Test
    void ensureShouldMakeExactlyOneWhenInstancesWithDifferentSettingsStartTogether() throws Exception {
        List<EnsureFirstAdmin.Result> results =
                AtOnce.run(8, i -> ensure(new AccessConfig.Admin("boss-" + i, "boss-password")));

        List<Made> made = results.stream().filter(Made.class::isInstance).map(Made.class::cast).toList();
        assertEquals(1, made.size());
        assertEquals(1L, count("staff"));
        assertEquals(1L, count("credential"));
        assertEquals(1L, count("audit_entry"));
        assertTrue(logsIn(made.getFirst().login(), "boss-password"));
    }

    @ParameterizedTest
    @CsvSource({"0912345678, long-enough, PHOPAY_ADMIN_LOGIN", "boss, short, PHOPAY_ADMIN_PASSWORD"})
    void ensureShouldNameTheSettingWhenItBreaksARule(String login, String password, String setting) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> ensure(new AccessConfig.Admin(login, password)));

        assertTrue(String.valueOf(refused.getMessage()).startsWith(setting), refused.getMessage());
        assertEquals(0L, count("staff"));
    }

    private EnsureFirstAdmin.Result ensure(AccessConfig.@Nullable Admin configured) {
        return await(new EnsureFirstAdmin(pool, parts, clock).ensure(configured));
    }

    private boolean logsIn(String login, String password) {
        Sessions sessions = new Sessions(pool, Duration.ofHours(1), clock);
        LogIn logIn = new LogIn(pool, new LogIn.Parts(credentials, hasher, sessions),
                new LogIn.Lockout(5, Duration.ofMinutes(1)), clock);
        LogInResult result = await(logIn.logIn(login, password));
        return result instanceof LogInResult.LoggedIn session && session.role() == Role.ADMIN;
    }

    private long count(String from) {
        return await(pool.query("SELECT count(*) FROM " + from).execute()).iterator().next().getLong(0);
    }
}
