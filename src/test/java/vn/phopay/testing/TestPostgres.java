package vn.phopay.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.db.ConnectOptions;
import vn.phopay.db.EmbeddedPostgres;
import vn.phopay.db.EmbeddedPostgresOptions;
import vn.phopay.db.Migrations;

/**
 * One real, durable PostgreSQL for all tests of a process, started when the first test asks and stopped when the JVM
 * ends.
 *
 * <p>Tests take a database of their own:
 * <pre>{@code @RegisterExtension static final TestDatabase DB = TestPostgres.newDatabase("payment_store");}</pre>
 * It is cloned from a template that has all migrations, which takes some tens of milliseconds, and dropped after the
 * class.
 */
public final class TestPostgres {
    /** One for each process that Surefire runs tests in; see pom.xml. */
    private static final Path DATA_DIR =
            Path.of("target", System.getProperty("phopay.test.postgres", "test-postgres")).toAbsolutePath();
    private static final String TEMPLATE = "phopay_template";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    // Daemon threads: nobody closes it, and the test JVM must end when the last test has.
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    private final EmbeddedPostgres server =
            EmbeddedPostgres.start(EmbeddedPostgresOptions.in(DATA_DIR).withConnectionsMax(300));

    private TestPostgres() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "test-postgres-stop"));
        recreate(TEMPLATE, "template0");
        on(TEMPLATE, Migrations.standard()::migrate);
    }

    /** A fresh database with all migrations applied. */
    public static TestDatabase newDatabase(String name) {
        return Holder.INSTANCE.database(name, TEMPLATE);
    }

    /** A fresh database with nothing in it, for tests that migrate themselves. */
    public static TestDatabase newEmptyDatabase(String name) {
        return Holder.INSTANCE.database(name, "template0");
    }

    /** A Vert.x that lives as long as the test run; for code that only needs some Vert.x. */
    public static Vertx vertx() {
        return Holder.INSTANCE.vertx;
    }

    /** Waits at most 30 seconds for a future and gives its result, or throws its failure. */
    public static <T> T await(Future<T> future) {
        try {
            return future.await(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("no result within 30 s", e);
        }
    }

    private TestDatabase database(String name, String template) {
        String unique = name.toLowerCase(Locale.ROOT) + "_" + SERIAL.incrementAndGet();
        recreate(unique, template);
        return new TestDatabase(vertx, server.url().withDatabase(unique), () -> drop(unique));
    }

    private void recreate(String name, String template) {
        drop(name);
        execute("CREATE DATABASE " + quoted(name) + " TEMPLATE " + quoted(template));
    }

    private void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
    }

    private void execute(String sql) {
        on(server.url().database(), connection -> connection.query(sql).execute());
    }

    private <T> T on(String database, Function<SqlConnection, Future<T>> work) {
        DatabaseUrl url = server.url().withDatabase(database);
        return await(PgConnection.connect(vertx, ConnectOptions.of(url))
                .compose(connection -> work.apply(connection).eventually(connection::close)));
    }

    private void stop() {
        server.close();
    }

    private static String quoted(String name) {
        if (!name.matches("[a-z0-9_]{1,63}")) {
            throw new IllegalArgumentException("a database name has a-z, 0-9 and _ only: " + name);
        }
        return '"' + name + '"';
    }

    /** Started by the first use of the class, once. */
    private static final class Holder {
        static final TestPostgres INSTANCE = new TestPostgres();
    }
}
