package vn.phopay.cli;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.phopay.App;
import vn.phopay.config.AppConfig;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.db.ConnectOptions;
import vn.phopay.db.EmbeddedPostgres;
import vn.phopay.ops.InvariantResult;
import vn.phopay.ops.Invariants;

/** A service of its own for one simulated day: a database in a directory that goes with it, any free port. */
final class DayService implements AutoCloseable {
    static final String ADMIN = "day-admin";
    static final String PASSWORD = "ngay-mo-phong-2026";
    private static final String PREFIX = "day-";

    private final Vertx vertx;
    private final App app;
    private final Path directory;
    private final DatabaseUrl database;

    private DayService(Vertx vertx, App app, Path directory, DatabaseUrl database) {
        this.vertx = vertx;
        this.app = app;
        this.directory = directory;
        this.database = database;
    }

    /** Starts it with its clock; {@code environment} says where data lies, and whatever else a start takes. */
    static DayService start(Map<String, String> environment, Clock clock) throws IOException {
        Path parent = AppConfig.load(environment, null).data().dir();
        Files.createDirectories(parent);
        Path directory = Files.createTempDirectory(parent, PREFIX);
        Vertx vertx = Vertx.vertx();
        try {
            AppConfig config = AppConfig.load(settings(environment, directory), null);
            App app = App.start(vertx, config, clock, false).await();
            DatabaseUrl own = config.database().url();
            return new DayService(vertx, app, directory, own != null ? own
                    : DatabaseUrl.parse("embedded database", EmbeddedPostgres.connectionUrl(directory)));
        } catch (RuntimeException fault) {
            vertx.close().await();
            delete(directory);
            throw fault;
        }
    }

    /** Nobody outside can reach it, so that nothing is lost by cheap passwords and by letting everybody in at once. */
    private static Map<String, String> settings(Map<String, String> environment, Path directory) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "PHOPAY_REQUEST_TIMEOUT_MS", "300000",
                "PHOPAY_ADMIN_LOGIN", ADMIN,
                "PHOPAY_ADMIN_PASSWORD", PASSWORD,
                "PHOPAY_ARGON2_MEMORY_KIB", "1024",
                "PHOPAY_ARGON2_ITERATIONS", "1",
                "PHOPAY_LOGIN_RATE_BURST", "100000",
                "PHOPAY_LOGIN_RATE_PER_MINUTE", "1000000"));
        settings.putAll(environment);
        settings.put("PHOPAY_DATA_DIR", directory.toString());
        settings.put("PHOPAY_HTTP_PORT", "0");
        return settings;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + app.port());
    }

    /** Where the day may write files of its own. */
    Path directory() {
        return directory;
    }

    List<InvariantResult> recheck() {
        return PgConnection.connect(vertx, ConnectOptions.of(database))
                .compose(connection -> Invariants.check(connection).eventually(connection::close))
                .await();
    }

    @Override
    public void close() throws IOException {
        app.stop().await();
        vertx.close().await();
        delete(directory);
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException fault) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
