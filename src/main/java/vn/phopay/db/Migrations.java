package vn.phopay.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versioned steps that bring a database to the schema of this build.
 *
 * <p>Each step runs once per database, in a transaction of its own together with the row that remembers it. Instances
 * that start together wait for each other at an advisory lock. A step may hold many statements; none that PostgreSQL
 * forbids inside a transaction ({@code CREATE INDEX CONCURRENTLY}).
 */
public final class Migrations {
    /** Where the steps of the service lie on the class path. */
    public static final String LOCATION = "db/migration";

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    /** Any number that nothing else locks in this database: "phopay" in ASCII. */
    private static final long LOCK_KEY = 0x7068_6F70_6179L;

    private static final Sql CREATE_TABLE = Sql.load("db/create_schema_migration");
    private static final Sql FIND_TABLE = Sql.load("db/find_schema_migration_table");
    private static final Sql LIST = Sql.load("db/list_schema_migrations");
    private static final Sql INSERT = Sql.load("db/insert_schema_migration");
    private static final Sql LOCK = Sql.load("db/lock_migrations");
    private static final Sql UNLOCK = Sql.load("db/unlock_migrations");

    private final List<Migration> steps;

    private Migrations(List<Migration> steps) {
        this.steps = steps;
    }

    /** What a run did: the schema's version now, and the files that were applied, oldest first. */
    public record Result(int version, List<String> applied) {}

    /** The steps of this build. */
    public static Migrations standard() {
        return at(LOCATION);
    }

    /**
     * The steps listed by {@code index.txt} of a directory on the class path.
     *
     * @throws MigrationException when the list names a missing file, is out of order or has a version twice
     */
    public static Migrations at(String location) {
        try {
            List<Migration> steps = read(location + "/index.txt").lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(file -> Migration.of(file, read(location + "/" + file)))
                    .toList();
            checkOrder(steps);
            return new Migrations(steps);
        } catch (UncheckedIOException e) {
            throw new MigrationException("index.txt of " + location + ": " + e.getMessage(), e);
        }
    }

    /** Every step, oldest first. */
    public List<Migration> steps() {
        return steps;
    }

    /** The version of the newest step, 0 when there is none. */
    public int version() {
        return steps.isEmpty() ? 0 : steps.getLast().version();
    }

    /**
     * Applies what is missing, on a connection of its own that is in no transaction.
     *
     * <p>Fails with {@link ChangedMigrationException} or {@link NewerSchemaException}, nothing applied, when the
     * database's past is not ours; with {@link MigrationException} when a step fails: it is rolled back, the ones
     * before it stay.
     */
    public Future<Result> migrate(SqlConnection connection) {
        return LOCK.execute(connection, Tuple.of(LOCK_KEY))
                .compose(locked -> migrateLocked(connection)
                        .eventually(() -> UNLOCK.execute(connection, Tuple.of(LOCK_KEY))));
    }

    /** Whether the database has exactly the steps of this build; for readiness checks. */
    public Future<Boolean> isCurrent(SqlClient client) {
        return FIND_TABLE.execute(client)
                .compose(rows -> rows.iterator().next().getBoolean("present")
                        ? applied(client)
                        : Future.succeededFuture(List.of()))
                .map(applied -> applied.equals(steps.stream().map(Applied::of).toList()));
    }

    private Future<Result> migrateLocked(SqlConnection connection) {
        return connection.query(CREATE_TABLE.text()).execute()
                .compose(created -> applied(connection))
                .map(this::missing)
                .compose(missing -> applyAll(connection, missing));
    }

    private Future<List<Applied>> applied(SqlClient client) {
        return LIST.execute(client)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Applied::of).toList());
    }

    /** The steps still to run; throws when the database's past is not the beginning of ours. */
    private List<Migration> missing(List<Applied> applied) {
        for (int i = 0; i < applied.size(); i++) {
            Applied past = applied.get(i);
            if (past.version > version()) {
                throw new NewerSchemaException("the database is at " + past.name + ", newer than this build's V"
                        + String.format("%03d", version()) + "; run the newer phopay");
            }
            Applied ours = Applied.of(steps.get(i));
            if (!past.equals(ours)) {
                throw new ChangedMigrationException("the database ran " + past.name + " with SHA-256 " + past.checksum
                        + " where this build has " + ours.name + " with " + ours.checksum
                        + "; a migration never changes once it ran: add a new one");
            }
        }
        return steps.subList(applied.size(), steps.size());
    }

    private Future<Result> applyAll(SqlConnection connection, List<Migration> missing) {
        Future<List<String>> done = Future.succeededFuture(new ArrayList<>());
        for (Migration step : missing) {
            done = done.compose(names -> apply(connection, step).map(applied -> {
                names.add(step.fileName());
                return names;
            }));
        }
        return done.map(names -> new Result(version(), List.copyOf(names)));
    }

    private static Future<Void> apply(SqlConnection connection, Migration step) {
        LOG.info("event=migration_apply file={}", step.fileName());
        return connection.begin()
                .compose(transaction -> run(connection, step)
                        .compose(ran -> transaction.commit(), fault -> rollback(transaction, step, fault)));
    }

    /** The simple query protocol, which alone takes many statements in one text. */
    private static Future<Void> run(SqlConnection connection, Migration step) {
        return connection.query(step.sql()).execute()
                .compose(ran -> INSERT.execute(
                        connection, Tuple.of(step.version(), step.fileName(), step.checksum())))
                .mapEmpty();
    }

    private static Future<Void> rollback(Transaction transaction, Migration step, Throwable fault) {
        return transaction.rollback().transform(rolledBack -> Future.failedFuture(
                new MigrationException(step.fileName() + " failed and was rolled back: " + fault.getMessage(), fault)));
    }

    /** Alike from a directory and from inside the jar. */
    private static String read(String path) {
        try (InputStream in = Migrations.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new FileNotFoundException("no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkOrder(List<Migration> steps) {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).version() <= steps.get(i - 1).version()) {
                throw new MigrationException(steps.get(i).fileName() + " must come with a version after "
                        + steps.get(i - 1).fileName());
            }
        }
    }

    /** A step as the database remembers it. */
    private record Applied(int version, String name, String checksum) {
        static Applied of(Row row) {
            return new Applied(row.getInteger("version"), row.getString("name"), row.getString("checksum"));
        }

        static Applied of(Migration step) {
            return new Applied(step.version(), step.fileName(), step.checksum());
        }
    }
}
