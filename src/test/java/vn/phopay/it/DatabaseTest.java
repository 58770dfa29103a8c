package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.config.AppConfig;
import vn.phopay.db.Database;
import vn.phopay.db.DatabaseUnreachableException;
import vn.phopay.db.DurabilityException;
import vn.phopay.db.EmbeddedPostgres;
import vn.phopay.db.EmbeddedPostgresException;
import vn.phopay.db.EmbeddedPostgresOptions;
import vn.phopay.db.MigrationException;
import vn.phopay.db.Migrations;
import vn.phopay.db.UnsupportedServerException;
import vn.phopay.testing.SharedDirectory;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Opening the database: embedded or by URL, refused where payments could be lost, and with bounded waiting. */
class DatabaseTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newEmptyDatabase("database_open");

    @RegisterExtension
    static final SharedDirectory DIRECTORY = new SharedDirectory();

    private static final Path DATA_DIR = DIRECTORY.path();

    @Test
    void openShouldMigrateTheEmbeddedServerAndStopItWhenClosed() {
        Database database = open(embedded());

        assertEquals(Migrations.standard().version(), database.migrated().version());
        assertTrue(await(database.isCurrent()));
        assertEquals(database.url().toUrl(), EmbeddedPostgres.connectionUrl(DATA_DIR));
        await(database.close());
        assertThrows(EmbeddedPostgresException.class, () -> EmbeddedPostgres.connectionUrl(DATA_DIR));
    }

    @Test
    void openShouldReleaseTheEmbeddedServerWhenAMigrationFails() {
        Migrations failing = Migrations.at("migration-fixtures/failing");

        assertThrows(MigrationException.class,
                () -> await(Database.open(TestPostgres.vertx(), config(embedded("other")), failing)));
        await(open(embedded()).close());
    }

    @Test
    void openShouldRefuseWhenTheServerDoesNotSync() {
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            try (EmbeddedPostgres server = EmbeddedPostgres.start(
                    EmbeddedPostgresOptions.in(DATA_DIR).withSetting(setting, "off"))) {
                DurabilityException fault =
                        assertThrows(DurabilityException.class, () -> open(url(server.url().toUrl())));

                assertTrue(message(fault).contains(setting + "=off"), message(fault));
            }
        }
    }

    @Test
    void openShouldRefuseWhenOnlyThisDatabaseDoesNotSync() {
        try (TestDatabase lax = TestPostgres.newEmptyDatabase("database_lax")) {
            await(lax.pool().query("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off',"
                    + " current_database()); END $$").execute());

            assertThrows(DurabilityException.class, () -> open(url(lax.url())));
        }
    }

    @Test
    void openShouldRefuseWhenTheDatabaseIsNotInUtf8() {
        await(DB.pool().query("DROP DATABASE IF EXISTS database_ascii").execute());
        await(DB.pool().query("CREATE DATABASE database_ascii TEMPLATE template0 ENCODING 'SQL_ASCII'"
                + " LOCALE_PROVIDER libc LOCALE 'C'").execute());
        String ascii = DB.url().replaceFirst("/database_open_[0-9]+", "/database_ascii");

        assertThrows(UnsupportedServerException.class, () -> open(url(ascii)));
    }

    @Test
    void openShouldNameTheServerAndNoPasswordWhenNobodyAnswers() {
        DatabaseUnreachableException fault = assertThrows(DatabaseUnreachableException.class,
                () -> open(url("postgresql://u:s3cr3t@127.0.0.1:1/d")));

        assertTrue(message(fault).contains("postgresql://u:****@127.0.0.1:1/d"), message(fault));
        assertFalse(message(fault).contains("s3cr3t"));
    }

    @Test
    void poolShouldRefuseAtOnceWhenItsQueueIsFullAndInTimeWhenNobodyReturnsAConnection() {
        Map<String, String> settings = url(DB.url());
        settings.put("PHOPAY_DATABASE_POOL_SIZE", "1");
        settings.put("PHOPAY_DATABASE_POOL_QUEUE_MAX", "1");
        settings.put("PHOPAY_DATABASE_ACQUIRE_TIMEOUT_MS", "1500");
        Database database = open(settings);
        Pool pool = database.pool();
        SqlConnection held = await(pool.getConnection());

        var waiter = pool.getConnection();
        Throwable full = assertThrows(Throwable.class, () -> await(pool.getConnection()));
        assertFalse(waiter.isComplete());
        Throwable late = assertThrows(Throwable.class, () -> await(waiter));

        assertTrue(message(full).contains("max wait queue size"), message(full));
        assertTrue(message(late).contains("Timeout"), message(late));
        await(held.close());
        await(database.close());
    }

    private static Database open(Map<String, String> settings) {
        return await(Database.open(TestPostgres.vertx(), config(settings)));
    }

    private static AppConfig config(Map<String, String> settings) {
        return AppConfig.load(settings, null);
    }

    private static Map<String, String> embedded() {
        return Map.of("PHOPAY_DATA_DIR", DATA_DIR.toString());
    }

    private static Map<String, String> embedded(String name) {
        return Map.of("PHOPAY_DATA_DIR", DATA_DIR.resolve(name).toString());
    }

    private static Map<String, String> url(String url) {
        return new HashMap<>(Map.of("PHOPAY_DATABASE_URL", url));
    }

    private static String message(Throwable fault) {
        return String.valueOf(fault.getMessage());
    }
}
