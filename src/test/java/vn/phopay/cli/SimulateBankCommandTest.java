package vn.phopay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The command {@code simulate-bank} against the real service on a real database: what it prints stands there. */
class SimulateBankCommandTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("simulate_bank").keepingInvariants();

    @TempDir
    static Path dir;

    private static final String BIN = "970422";
    private static final String FAULTS = "duplicates=10%,conflicts=5%,reversals=5%,mangled=30%,late=3%,unknown=5%";
    private static TestApp app;
    private static String secret;
    private static Path targets;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws Exception {
        app = TestApp.start(DB);
        secret = app.bank("mbbank", BIN).secret();
        ShopRows shops = new ShopRows(DB.pool());
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            ShopRows.Shop shop = shops.insert(BIN, "10000" + i);
            JsonObject line = new JsonObject().put("accountNumber", "10000" + i);
            lines.append(line.put("reference", shop.code().value()).encode()).append('\n');
        }
        targets = Files.writeString(dir.resolve("targets.jsonl"), lines);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void simulateBankShouldPrintTotalsThatStandInTheDatabase() {
        int exit = run("--secret", secret, "--rate", "400", "--duration", "2s", "--seed", "5", "--batch", "3",
                "--faults", FAULTS, "--targets", targets.toString());
        assertEquals(0, exit, err.toString(StandardCharsets.UTF_8));
        Totals totals = totals();
        long accepted = totals.get("status.ACCEPTED");
        assertEquals(800, accepted + totals.get("status.DUPLICATE") + totals.get("status.CONFLICT"));
        assertEquals(accepted, count("SELECT count(*) FROM payment WHERE bank_reference LIKE 'SIM5N%'"));
        assertTrue(totals.get("status.DUPLICATE") > 0 && totals.get("status.CONFLICT") > 0, totals.toString());
        assertTrue(totals.get("outcome.OUTLET") > 400, totals.toString());
        assertTrue(totals.get("outcome.REVERSED") > 0 && totals.get("outcome.ACCOUNT") > 0, totals.toString());
        assertTrue(count("SELECT count(*) FROM recon_case WHERE kind = 'CONFLICT'") > 0);
        assertEquals(totals.get("http.200"), count("SELECT count(*) FROM delivery WHERE webhook_id LIKE 'msg_SIM5N%'"));
    }

    @Test
    void simulateBankShouldBeAllDuplicatesWhenTheSeedRunsASecondTime() {
        String[] words = {"--secret", secret, "--rate", "100", "--duration", "500ms", "--seed", "6"};
        assertEquals(0, run(words));
        assertEquals(50, totals().get("status.ACCEPTED"));
        assertEquals(50, totals().get("outcome.UNMATCHED"), "without targets nobody owns the accounts");
        out.reset();
        assertEquals(0, run(words));
        assertEquals(50, totals().get("status.DUPLICATE"));
    }

    @Test
    void simulateBankShouldEndWithOneWhenTheBankIsRefused() {
        assertEquals(1, run("--secret", "whsec_" + "A".repeat(44), "--rate", "10", "--duration", "300ms"));
        assertEquals(3, totals().get("http.401"));
    }

    @Test
    void simulateBankShouldSpeakTheDialectThatIsNamed() {
        String admin = app.adminToken();
        app.as(admin, "POST", "/api/v1/banks", new JsonObject().put("code", "payosbank").put("bin", BIN)
                .put("name", "payOS").put("dialect", "payos"));
        String key = app.as(admin, "POST", "/api/v1/banks/payosbank/keys",
                new JsonObject().put("algorithm", "hmac-sha256")).getString("secret");
        await(app.refreshBanks());
        assertEquals(0, run("--bank", "payosbank", "--dialect", "payos", "--secret", key, "--rate", "50",
                "--duration", "500ms", "--seed", "8", "--faults", "duplicates=20%,mangled=20%",
                "--targets", targets.toString()), err.toString(StandardCharsets.UTF_8));
        assertEquals(25, totals().get("status.TAKEN"));
        assertTrue(count("SELECT count(*) FROM payment WHERE bank_reference LIKE 'TRSIM8N%'") > 15);
        assertEquals(2, run("--bank", "payosbank", "--dialect", "payos", "--secret", key, "--faults", "reversals=1%"),
                "payOS tells of no debit");
        assertEquals(2, run("--bank", "payosbank", "--dialect", "payos", "--secret", key, "--batch", "2"));
    }

    @Test
    void simulateBankShouldEndWithTwoWhenItIsUsedWrongly() {
        assertEquals(2, run("--rate", "10"), "neither secret nor key");
        assertEquals(2, run("--secret", "nonsense"));
        assertEquals(2, run("--secret", secret, "--faults", "luck=1%"));
        assertEquals(2, run("--secret", secret, "--duration", "soon"));
        assertEquals(2, run("--secret", secret, "--rate", "0"));
        assertEquals(2, run("--secret", secret, "--batch", "1001"));
        assertEquals(2, run("--secret", secret, "--dialect", "morse"));
        assertEquals(2, run("--secret", secret, "--targets", dir.resolve("none").toString()));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    private int run(String... words) {
        Console console = new Console(InputStream.nullInputStream(), new PrintStream(out), new PrintStream(err));
        List<String> all = new ArrayList<>(List.of("--url", app.uri("").toString()));
        all.addAll(List.of(words));
        if (!all.contains("--bank")) {
            all.addAll(List.of("--bank", "mbbank"));
        }
        return new CommandLine(new SimulateBankCommand(console, Clock.systemUTC()))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(all.toArray(String[]::new));
    }

    private Totals totals() {
        Map<String, Long> totals = new HashMap<>();
        out.toString(StandardCharsets.UTF_8).lines().map(JsonObject::new)
                .filter(line -> line.containsKey("value"))
                .forEach(line -> totals.put(line.getString("total") + '.' + line.getString("value"),
                        line.getLong("count")));
        return new Totals(totals);
    }

    /** Counts by name; 0 where nothing was counted. */
    private record Totals(Map<String, Long> nameToCount) {
        long get(String name) {
            return nameToCount.getOrDefault(name, 0L);
        }
    }

    private static long count(String sql) {
        return await(DB.pool().query(sql).execute()).iterator().next().getLong(0);
    }
}
