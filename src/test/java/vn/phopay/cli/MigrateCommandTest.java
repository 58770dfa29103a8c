package vn.phopay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;
import vn.phopay.db.Migrations;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The command {@code migrate} as a script sees it. */
class MigrateCommandTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newEmptyDatabase("migrate_command");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void migrateShouldPrintWhatItAppliedWhenTheDatabaseIsEmptyAndNothingTheSecondTime() {
        Migrations all = Migrations.standard();

        assertEquals(0, run(Map.of(), "--database-url", DB.url()));
        JsonObject first = new JsonObject(out.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, run(Map.of("PHOPAY_DATABASE_URL", DB.url())));
        JsonObject second = new JsonObject(out.toString());

        assertEquals(all.version(), first.getInteger("version"));
        assertEquals(all.steps().size(), first.getJsonArray("applied").size());
        assertEquals(all.version(), second.getInteger("version"));
        assertTrue(second.getJsonArray("applied").isEmpty());
    }

    @Test
    void migrateShouldEndWithTwoWhenASettingIsWrong() {
        assertEquals(2, run(Map.of("PHOPAY_NONSENSE", "1")));
        assertTrue(err.toString().contains("PHOPAY_NONSENSE"));
        assertEquals("", out.toString());
    }

    @Test
    void migrateShouldEndWithOneAndKeepThePasswordWhenNobodyAnswers() {
        assertEquals(1, run(Map.of(), "--database-url", "postgresql://u:s3cr3t@127.0.0.1:1/d?sslmode=disable"));
        assertTrue(err.toString().contains("cannot connect to postgresql://u:****@127.0.0.1:1/d"), err.toString());
        assertFalse(err.toString().contains("s3cr3t"));
    }

    private int run(Map<String, String> environment, String... words) {
        return new CommandLine(new MigrateCommand(environment))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }
}
