package vn.phopay.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Migrations on a real database, with steps of the test's own. */
class MigrationsTest {
    private static final List<String> BOTH = List.of("V001__create_tea.sql", "V002__add_cup.sql");

    private final TestDatabase db = TestPostgres.newEmptyDatabase("migrations");

    @AfterEach
    void drop() {
        db.close();
    }

    @Test
    void migrateShouldApplyEachStepOnceWhenRunTwice() {
        Migrations migrations = Migrations.at("migration-fixtures/plain");

        Migrations.Result first = migrate(migrations);
        Migrations.Result second = migrate(migrations);

        assertEquals(new Migrations.Result(2, BOTH), first);
        assertEquals(new Migrations.Result(2, List.of()), second);
        assertEquals(2, count("SELECT count(*) FROM tea"));
    }

    @Test
    void migrateShouldApplyOnlyWhatIsMissingWhenAStepWasAdded() {
        migrate(Migrations.at("migration-fixtures/first_only"));

        Migrations.Result result = migrate(Migrations.at("migration-fixtures/plain"));

        assertEquals(List.of("V002__add_cup.sql"), result.applied());
    }

    @Test
    void migrateShouldRunEachStepOnceWhenTwoInstancesStartTogether() {
        Migrations migrations = Migrations.at("migration-fixtures/plain");

        List<Migrations.Result> results = await(Future.all(
                        on(migrations::migrate), on(migrations::migrate), on(migrations::migrate))
                .map(all -> all.<Migrations.Result>list()));

        assertEquals(BOTH, results.stream().flatMap(result -> result.applied().stream()).toList());
        assertEquals(2, count("SELECT count(*) FROM schema_migration"));
    }

    @Test
    void migrateShouldRefuseWhenAnAppliedStepReadsDifferently() {
        migrate(Migrations.at("migration-fixtures/plain"));

        ChangedMigrationException fault = assertThrows(
                ChangedMigrationException.class, () -> migrate(Migrations.at("migration-fixtures/changed")));

        assertTrue(text(fault).contains("V001__create_tea.sql"), text(fault));
    }

    @Test
    void migrateShouldRefuseWhenTheSchemaIsNewer() {
        migrate(Migrations.at("migration-fixtures/plain"));

        NewerSchemaException fault = assertThrows(
                NewerSchemaException.class, () -> migrate(Migrations.at("migration-fixtures/first_only")));

        assertTrue(text(fault).contains("V002__add_cup.sql"), text(fault));
    }

    @Test
    void migrateShouldKeepEarlierStepsAndNoneOfTheFailedOneWhenAStepFails() {
        MigrationException fault = assertThrows(
                MigrationException.class, () -> migrate(Migrations.at("migration-fixtures/failing")));

        assertTrue(text(fault).contains("V002__break_half_way.sql"), text(fault));
        assertEquals(1, count("SELECT count(*) FROM schema_migration"));
        assertEquals(0, count("SELECT count(*) FROM pg_class WHERE relname = 'left_over'"));
        assertEquals(0, count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"));
    }

    @Test
    void isCurrentShouldTellWhenStepsAreMissing() {
        Migrations migrations = Migrations.at("migration-fixtures/plain");

        assertFalse(await(migrations.isCurrent(db.pool())));
        migrate(Migrations.at("migration-fixtures/first_only"));
        assertFalse(await(migrations.isCurrent(db.pool())));
        migrate(migrations);
        assertTrue(await(migrations.isCurrent(db.pool())));
    }

    @Test
    void atShouldRefuseWhenTheIndexIsWrong() {
        assertThrows(MigrationException.class, () -> Migrations.at("migration-fixtures/missing_file"));
        assertThrows(MigrationException.class, () -> Migrations.at("migration-fixtures/unordered"));
        assertThrows(MigrationException.class, () -> Migrations.at("migration-fixtures/nowhere"));
        assertInstanceOf(MigrationException.class, assertThrows(RuntimeException.class,
                () -> Migration.of("V1__short.sql", "")));
        assertThrows(MigrationException.class, () -> Migration.of("V000__zero.sql", ""));
    }

    @Test
    void indexShouldListExactlyTheFilesOfTheDirectory() throws IOException, URISyntaxException {
        Path directory = Path.of(Migrations.class.getResource("/" + Migrations.LOCATION).toURI());
        try (Stream<Path> files = Files.list(directory)) {
            List<String> inDirectory = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .sorted()
                    .toList();

            assertEquals(inDirectory, Migrations.standard().steps().stream().map(Migration::fileName).toList());
        }
    }

    private Migrations.Result migrate(Migrations migrations) {
        return await(on(migrations::migrate));
    }

    private <T> Future<T> on(Function<PgConnection, Future<T>> work) {
        return PgConnection.connect(TestPostgres.vertx(), db.options())
                .compose(connection -> work.apply(connection).eventually(connection::close));
    }

    private static String text(Throwable fault) {
        return String.valueOf(fault.getMessage());
    }

    private long count(String sql) {
        return await(db.pool().query(sql).execute()).iterator().next().getLong(0);
    }
}
