package vn.phopay.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Logins, sessions and password hashing (Argon2id, RFC 9106).
 *
 * @param admin the administrator to make at start, or null
 * @param argon2ConcurrencyMax most hashes worked out at once; each takes {@code argon2MemoryKib} of memory
 * @param argon2WaitingMax most hashes that wait for their turn; one more is refused with 503
 * @param loginRate how often one client address may log in or register
 * @param publicRate how often one client address may call each other public route, bank callbacks apart
 * @param rateClientsMax client addresses remembered for each rate
 */
public record AccessConfig(
        @Nullable Admin admin,
        Duration sessionLifetime,
        int loginFailuresMax,
        Duration loginLock,
        int argon2MemoryKib,
        int argon2Iterations,
        int argon2Parallelism,
        int argon2ConcurrencyMax,
        int argon2WaitingMax,
        Rate loginRate,
        Rate publicRate,
        int rateClientsMax) {

    /** How many calls a client may make at once, and how many a minute in the long run. */
    public record Rate(int burst, int perMinute) {}

    /** The first administrator's login and password; the password is not part of the text form. */
    public record Admin(String login, String password) {
        @Override
        public String toString() {
            return "Admin[login=" + login + "]";
        }
    }

    static final Setting ADMIN_LOGIN = Setting.text("PHOPAY_ADMIN_LOGIN", 64)
            .means("Login of the administrator made at start; together with the password.");
    static final Setting ADMIN_PASSWORD = Setting.text("PHOPAY_ADMIN_PASSWORD", 128)
            .secret(8)
            .means("Password of the administrator made at start; together with the login.");
    static final Setting SESSION_HOURS = Setting.number("PHOPAY_SESSION_HOURS", "hours", 1, 168)
            .defaults(12)
            .means("Life of a session.");
    static final Setting LOGIN_FAILURES_MAX = Setting.number("PHOPAY_LOGIN_FAILURES_MAX", "failures", 1, 100)
            .defaults(5)
            .means("Failed logins in a row that lock the login.");
    static final Setting LOGIN_LOCK_SECONDS = Setting.number("PHOPAY_LOGIN_LOCK_SECONDS", "seconds", 1, 86_400)
            .defaults(900)
            .means("How long a locked login stays locked.");
    static final Setting ARGON2_MEMORY_KIB = Setting.number("PHOPAY_ARGON2_MEMORY_KIB", "KiB", 1024, 1_048_576)
            .defaults(19_456)
            .means("Memory of one password hash.");
    static final Setting ARGON2_ITERATIONS = Setting.number("PHOPAY_ARGON2_ITERATIONS", "passes", 1, 16)
            .defaults(2)
            .means("Passes of one password hash.");
    static final Setting ARGON2_PARALLELISM = Setting.number("PHOPAY_ARGON2_PARALLELISM", "lanes", 1, 16)
            .defaults(1)
            .means("Lanes of one password hash.");
    static final Setting ARGON2_CONCURRENCY_MAX =
            Setting.number("PHOPAY_ARGON2_CONCURRENCY_MAX", "hashes", 1, 64)
                    .defaults(2)
                    .means("Most password hashes worked out at once.");
    static final Setting ARGON2_WAITING_MAX = Setting.number("PHOPAY_ARGON2_WAITING_MAX", "hashes", 0, 10_000)
            .defaults(64)
            .means("Most password hashes that wait for their turn; one more is refused.");
    static final Setting LOGIN_RATE_BURST = Setting.number("PHOPAY_LOGIN_RATE_BURST", "calls", 1, 1_000_000)
            .defaults(120)
            .means("Log-ins or registrations that one client address may send at once.");
    static final Setting LOGIN_RATE_PER_MINUTE =
            Setting.number("PHOPAY_LOGIN_RATE_PER_MINUTE", "calls a minute", 1, 100_000_000)
                    .defaults(300)
                    .means("Log-ins or registrations that one client address may send in the long run.");
    static final Setting PUBLIC_RATE_BURST = Setting.number("PHOPAY_PUBLIC_RATE_BURST", "calls", 1, 1_000_000)
            .defaults(10_000)
            .means("Calls of one other public route that one client address may send at once.");
    static final Setting PUBLIC_RATE_PER_MINUTE =
            Setting.number("PHOPAY_PUBLIC_RATE_PER_MINUTE", "calls a minute", 1, 100_000_000)
                    .defaults(300_000)
                    .means("Calls of one other public route that one client address may send in the long run.");
    static final Setting RATE_CLIENTS_MAX = Setting.number("PHOPAY_RATE_CLIENTS_MAX", "addresses", 1, 10_000_000)
            .defaults(100_000)
            .means("Client addresses remembered for each limited route.");
    static final List<Setting> SETTINGS = List.of(
            ADMIN_LOGIN, ADMIN_PASSWORD, SESSION_HOURS, LOGIN_FAILURES_MAX, LOGIN_LOCK_SECONDS, ARGON2_MEMORY_KIB,
            ARGON2_ITERATIONS, ARGON2_PARALLELISM, ARGON2_CONCURRENCY_MAX, ARGON2_WAITING_MAX, LOGIN_RATE_BURST,
            LOGIN_RATE_PER_MINUTE, PUBLIC_RATE_BURST, PUBLIC_RATE_PER_MINUTE, RATE_CLIENTS_MAX);

    static AccessConfig from(SettingValues values) {
        return new AccessConfig(
                admin(values),
                values.hours(SESSION_HOURS),
                values.integer(LOGIN_FAILURES_MAX),
                values.seconds(LOGIN_LOCK_SECONDS),
                values.integer(ARGON2_MEMORY_KIB),
                values.integer(ARGON2_ITERATIONS),
                values.integer(ARGON2_PARALLELISM),
                values.integer(ARGON2_CONCURRENCY_MAX),
                values.integer(ARGON2_WAITING_MAX),
                new Rate(values.integer(LOGIN_RATE_BURST), values.integer(LOGIN_RATE_PER_MINUTE)),
                new Rate(values.integer(PUBLIC_RATE_BURST), values.integer(PUBLIC_RATE_PER_MINUTE)),
                values.integer(RATE_CLIENTS_MAX));
    }

    private static @Nullable Admin admin(SettingValues values) {
        String login = values.textOrNull(ADMIN_LOGIN);
        String password = values.textOrNull(ADMIN_PASSWORD);
        if (login == null && password == null) {
            return null;
        }
        if (login == null) {
            throw new ConfigException(ADMIN_LOGIN.name(), "must be set together with " + ADMIN_PASSWORD.name());
        }
        if (password == null) {
            throw new ConfigException(ADMIN_PASSWORD.name(), "must be set together with " + ADMIN_LOGIN.name());
        }
        return new Admin(login, password);
    }
}
