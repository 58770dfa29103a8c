package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.db.ConnectOptions;
import vn.phopay.db.EmbeddedPostgres;
import vn.phopay.identity.PaymentId;
import vn.phopay.testing.InvariantsAfter;
import vn.phopay.testing.TestPostgres;

/** What must be true of the database when the chaos is over. */
final class Aftermath {
    private Aftermath() {}

    /** A payment as the database has it. */
    private record Kept(String meaning, String paymentId) {}

    /** Everything that senders told is there, once and as it was told, nothing else is, and all invariants hold. */
    static void check(SqlClient client, MixedLoad load, ChaosRun run) {
        assertEquals(List.of(), load.complaints(), run + ": heard what no sender may hear");
        Map<String, Kept> kept = payments(client);
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        kept.forEach((key, payment) -> found.put(key, payment.meaning));
        load.all().forEach(told -> expected.put(told.key(), told.meaning()));
        assertEquals(expected, found, run + ": told and kept differ");
        for (Told told : load.all()) {
            String named = told.paymentId();
            assertTrue(named.isEmpty() || named.equals(kept.get(told.key()).paymentId), run + ": " + told.key());
        }
        InvariantsAfter.check(client);
    }

    /** Whatever a sender heard to be taken is there; the rest may be, too. */
    static void checkTaken(SqlClient client, MixedLoad load, ChaosRun run) {
        Map<String, Kept> kept = payments(client);
        List<String> lost = load.all().stream()
                .filter(Told::isTaken)
                .map(Told::key)
                .filter(key -> !kept.containsKey(key))
                .toList();
        assertEquals(List.of(), lost, run + ": answered and lost");
        InvariantsAfter.check(client);
    }

    /** How many payments senders told of. */
    static int count(SqlClient client) {
        return payments(client).size();
    }

    /** A connection to the embedded server that runs in {@code dataDir}. */
    static PgConnection connect(Path dataDir) {
        DatabaseUrl url = DatabaseUrl.parse("embedded", EmbeddedPostgres.connectionUrl(dataDir));
        return await(PgConnection.connect(TestPostgres.vertx(), ConnectOptions.of(url)));
    }

    private static Map<String, Kept> payments(SqlClient client) {
        Map<String, Kept> kept = new TreeMap<>();
        for (Row row : await(client.query(
                "SELECT bank_code, bank_reference, payment_id, direction, amount_vnd FROM payment"
                + " WHERE source = 'CALLBACK'").execute())) {
            String key = row.getString("bank_code") + ' ' + row.getString("bank_reference");
            Kept payment = new Kept(row.getString("direction") + ' ' + row.getLong("amount_vnd"),
                    new PaymentId(row.getUUID("payment_id")).toString());
            assertEquals(null, kept.put(key, payment), "counted twice: " + key);
        }
        return kept;
    }
}
