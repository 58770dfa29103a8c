package vn.phopay.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The database and its connection pool.
 *
 * @param url the server to use; null means the embedded one
 * @param poolSize most connections of the pool
 * @param poolQueueMax most waiters for a connection; past it a request fails at once
 * @param embeddedRunAs how the embedded server is started when we are root: auto, unshare, setpriv or runuser
 * @param embeddedPort port of the embedded server; 0 takes any free one
 */
public record DatabaseConfig(
        @Nullable DatabaseUrl url,
        int poolSize,
        int poolQueueMax,
        Duration acquireTimeout,
        Duration idle,
        Duration lifetime,
        String embeddedRunAs,
        int embeddedPort) {

    static final Setting URL = Setting.of("PHOPAY_DATABASE_URL", Setting.Type.DATABASE_URL)
            .secret(1)
            .means("Server to use, postgresql://user:pass@host:port/db?sslmode=…; unset: an embedded PostgreSQL.");
    static final Setting POOL_SIZE = Setting.number("PHOPAY_DATABASE_POOL_SIZE", "connections", 1, 500)
            .defaults(16)
            .means("Most connections of the pool.");
    static final Setting POOL_QUEUE_MAX = Setting.number("PHOPAY_DATABASE_POOL_QUEUE_MAX", "waiters", 0, 100_000)
            .defaults(1000)
            .means("Most requests waiting for a connection.");
    static final Setting ACQUIRE_TIMEOUT_MS =
            Setting.number("PHOPAY_DATABASE_ACQUIRE_TIMEOUT_MS", "ms", 10, 60_000)
                    .defaults(5000)
                    .means("Longest wait for a connection of the pool, and for connecting.");
    static final Setting IDLE_MS = Setting.number("PHOPAY_DATABASE_IDLE_MS", "ms", 1000, 86_400_000)
            .defaults(600_000)
            .means("A connection idle for longer is closed.");
    static final Setting LIFETIME_MS = Setting.number("PHOPAY_DATABASE_LIFETIME_MS", "ms", 1000, 86_400_000)
            .defaults(1_800_000)
            .means("A connection older than this is replaced.");
    static final Setting EMBEDDED_RUN_AS =
            Setting.choice("PHOPAY_EMBEDDED_RUN_AS", List.of("auto", "unshare", "setpriv", "runuser"))
                    .defaults("auto")
                    .means("How the embedded server sheds root, when started by root.");
    static final Setting EMBEDDED_PORT = Setting.number("PHOPAY_EMBEDDED_PORT", "port", 0, 65_535)
            .defaults(0)
            .means("Port of the embedded server on 127.0.0.1; 0 takes any free one.");
    static final List<Setting> SETTINGS = List.of(
            URL, POOL_SIZE, POOL_QUEUE_MAX, ACQUIRE_TIMEOUT_MS, IDLE_MS, LIFETIME_MS, EMBEDDED_RUN_AS, EMBEDDED_PORT);

    static DatabaseConfig from(SettingValues values) {
        return new DatabaseConfig(
                values.databaseUrlOrNull(URL),
                values.integer(POOL_SIZE),
                values.integer(POOL_QUEUE_MAX),
                values.millis(ACQUIRE_TIMEOUT_MS),
                values.millis(IDLE_MS),
                values.millis(LIFETIME_MS),
                values.text(EMBEDDED_RUN_AS),
                values.integer(EMBEDDED_PORT));
    }
}
