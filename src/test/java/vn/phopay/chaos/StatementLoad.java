package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.statement.CamtText;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.OutsideClient;
import vn.phopay.testing.OutsideClient.Who;

/** Statements of an account that no callback tells of: each line is a payment to be recovered, once. */
final class StatementLoad {
    /** Settings under which an import that died is soon gone on with. */
    static final List<String> SETTINGS =
            List.of("PHOPAY_STATEMENT_LEASE_SECONDS", "2", "PHOPAY_STATEMENT_IMPORT_INTERVAL_MS", "100",
                    "PHOPAY_STATEMENT_CHUNK_LINES", "100");

    private static final String ACCOUNT = "9990001";
    private static final String PATH = "/api/v1/banks/chaos-standard/statements";
    private static final long LINE_VND = 1_000;

    private final int lines;
    private final List<byte[]> files = new ArrayList<>();

    /** Statements of {@code lines} lines each. */
    StatementLoad(int lines) {
        this.lines = lines;
    }

    /** Uploads one more; the import begins after the answer. */
    void upload(URI base) {
        files.add(write(files.size() + 1));
        try (OutsideClient client = new OutsideClient(base)) {
            upload(client, logIn(client), files.getLast());
        }
    }

    /** Uploads all again, which changes nothing, and waits until every line is a payment and every sum is right. */
    void finish(URI base) {
        try (OutsideClient client = new OutsideClient(base)) {
            Who admin = logIn(client);
            for (byte[] file : files) {
                String path = "/api/v1/statements/" + upload(client, admin, file);
                JsonObject upload = Eventually.until(() -> client.get(admin, path),
                        now -> List.of("IMPORTED", "FAILED").contains(now.getString("status")));
                assertEquals("IMPORTED", upload.getString("status"), upload.encode());
                assertEquals(lines, upload.getInteger("recovered"), upload.encode());
                assertEquals("BALANCED", upload.getJsonArray("statements").getJsonObject(0).getString("status"));
            }
        }
    }

    /** Every line of every statement is one payment. */
    void check(SqlClient client) {
        Row row = await(client.query("SELECT count(*) AS payments, count(DISTINCT bank_trace) AS traces FROM payment"
                + " WHERE source = 'STATEMENT'").execute()).iterator().next();
        assertEquals((long) lines * files.size(), row.getLong("payments"));
        assertEquals((long) lines * files.size(), row.getLong("traces"));
    }

    private static Who logIn(OutsideClient client) {
        return client.logIn(ChaosTown.ADMIN, ChaosTown.PASSWORD);
    }

    private static String upload(OutsideClient client, Who admin, byte[] file) {
        HttpResponse<byte[]> answer = client.sendBytes("POST", PATH, file,
                List.of("content-type", "application/xml", "authorization", "Bearer " + admin.token()));
        return OutsideClient.read(answer, 202, PATH).getString("id");
    }

    private byte[] write(int number) {
        CamtText camt = CamtText.day(8);
        String[] entries = new String[lines];
        for (int i = 0; i < lines; i++) {
            entries[i] = camt.entry("ST" + number + "-" + i, LINE_VND, "CRDT");
        }
        return camt.statement("S" + number, number, ACCOUNT, (number - 1) * lines * LINE_VND,
                number * lines * LINE_VND, entries).text().getBytes(StandardCharsets.UTF_8);
    }
}
