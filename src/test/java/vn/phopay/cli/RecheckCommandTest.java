package vn.phopay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The command {@code recheck} as a script sees it. */
class RecheckCommandTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("recheck_command");

    @TempDir
    Path dir;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void recheckShouldPrintALineEachAndEndWithOneOnlyWhenOneIsBroken() {
        assertEquals(0, run(Map.of(), "--database-url", DB.url()));
        assertTrue(lines().stream().allMatch(line -> line.getBoolean("holds")));
        assertFalse(lines().isEmpty());
        out.reset();
        await(DB.pool().query("INSERT INTO payment_key VALUES ('b', 'lost', '', gen_random_uuid())").execute());
        assertEquals(1, run(Map.of("PHOPAY_DATABASE_URL", DB.url())));
        List<JsonObject> broken = lines().stream().filter(line -> !line.getBoolean("holds")).toList();
        assertEquals(1, broken.size());
        assertEquals("keys-have-their-payment", broken.getFirst().getString("invariant"));
        assertEquals(1, broken.getFirst().getJsonObject("offenders").getInteger("count"));
        assertTrue(broken.getFirst().getJsonObject("offenders").getJsonArray("samples").getString(0).contains("lost"));
    }

    @Test
    void recheckShouldEndWithOneWhenNoEmbeddedDatabaseRuns() {
        assertEquals(1, run(Map.of("PHOPAY_DATA_DIR", dir.toString())));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("no embedded PostgreSQL is running"));
    }

    @Test
    void recheckShouldEndWithTwoWhenASettingIsWrong() {
        assertEquals(2, run(Map.of("PHOPAY_NONSENSE", "1")));
    }

    private int run(Map<String, String> environment, String... words) {
        Console console = new Console(InputStream.nullInputStream(), new PrintStream(out), new PrintStream(err));
        return new CommandLine(new RecheckCommand(console, environment)).execute(words);
    }

    private List<JsonObject> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().map(JsonObject::new).toList();
    }
}
