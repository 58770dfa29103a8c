package vn.phopay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The command {@code day-report} as a script sees it. */
class DayReportCommandTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("day_report_command");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void reportShouldPrintTheDayAndSayByItsExitCodeWhenItCannot() {
        assertEquals(0, run("--database-url", DB.url(), "--date", "2026-11-20"));
        JsonObject day = new JsonObject(out.toString(StandardCharsets.UTF_8)).getJsonObject("day");
        assertEquals("2026-11-20", day.getString("businessDate"));
        assertEquals("0", day.getJsonObject("drift").getString("absolute"));
        assertEquals(1, run("--database-url", "postgresql://u:p@127.0.0.1:1/none?sslmode=disable"));
        assertEquals(2, run("--database-url", DB.url(), "--date", "yesterday"));
        assertFalse(err.toString(StandardCharsets.UTF_8).isBlank());
    }

    private int run(String... arguments) {
        Console console = new Console(InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLine(new DayReportCommand(console, Map.of(), Clock.systemUTC())).execute(arguments);
    }
}
