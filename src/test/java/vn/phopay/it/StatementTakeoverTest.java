package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.statement.CamtText;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Two instances on one database and one spool directory: one imports, and the other goes on where it ends. */
class StatementTakeoverTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("statement_takeover").keepingInvariants();

    private static final String ACCOUNT = "0123456789";
    private static final int LINES = 300;
    private static final Map<String, String> SETTINGS = Map.of(
            "PHOPAY_STATEMENT_IMPORT_INTERVAL_MS", "10",
            "PHOPAY_STATEMENT_CHUNK_LINES", "2",
            "PHOPAY_STATEMENT_LEASE_SECONDS", "1",
            "PHOPAY_STATEMENT_DIR",
            Path.of("target", "test-app", "shared-" + System.nanoTime()).toAbsolutePath().toString());

    @Test
    void importShouldGoOnElsewhereWhenItsInstanceStops() {
        new ShopRows(DB.pool()).insert("970422", ACCOUNT);
        TestApp second;
        String id;
        TestBank bank;
        try (TestApp first = TestApp.start(DB, Clock.systemUTC(), SETTINGS)) {
            bank = first.bank("mbbank", "970422");
            StatementBench bench = new StatementBench(first, DB, bank);
            id = new JsonObject(bench.upload(statement(), "application/xml").body()).getString("id");
            Eventually.until(() -> bench.get(id).getInteger("progress"), progress -> progress > 5);
            second = TestApp.start(DB, Clock.systemUTC(), SETTINGS);
        }
        try (second) {
            StatementBench bench = new StatementBench(second, DB, bank);
            JsonObject upload = bench.await(id);
            assertEquals(LINES, upload.getLong("recovered"), upload.encode());
            assertEquals("BALANCED", upload.getJsonArray("statements").getJsonObject(0).getString("status"));
            assertEquals(List.of(LINES + " " + LINES), bench.query(
                    "SELECT count(*), count(DISTINCT payment_id) FROM statement_line"));
            assertEquals(LINES, bench.counted());
        }
    }

    private static String statement() {
        CamtText camt = CamtText.day(8);
        String[] entries = new String[LINES];
        for (int i = 0; i < LINES; i++) {
            entries[i] = camt.entry("FT" + i, 1, "CRDT");
        }
        return camt.statement("S1", 1, ACCOUNT, 0L, (long) LINES, entries).text();
    }
}
