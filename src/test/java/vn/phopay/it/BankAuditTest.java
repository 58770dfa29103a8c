package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** A key of a bank lets its holder move every figure: who gave and took keys must be known. */
class BankAuditTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("bank_audit");

    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void auditLogShouldNameWhoDidWhatWhenBanksAndKeysChange() {
        TestBank bank = app.bank("mbbank", "970422");
        String path = "/api/v1/banks/mbbank/keys/" + bank.keyId();
        app.as(app.adminToken(), "DELETE", path, null);

        assertEquals(List.of(
                "ADMIN bank.register {\"bin\": \"970422\", \"dialect\": \"standard\"}",
                "ADMIN bank.key.add {\"keyId\": \"" + bank.keyId() + "\", \"algorithm\": \"hmac-sha256\"}",
                "ADMIN bank.key.revoke {\"keyId\": \"" + bank.keyId() + "\"}"), entriesOf("mbbank"));
    }

    @Test
    void auditLogShouldSayNothingWhenNothingWasDone() {
        TestBank bank = app.bank("vcb", "970436");
        String[] admin = {"authorization", "Bearer " + app.adminToken()};
        List<String> before = entriesOf("vcb");
        JsonObject again = new JsonObject().put("code", "vcb").put("bin", "970436").put("name", "VCB");
        JsonObject hmac = new JsonObject().put("algorithm", "hmac-sha256");

        assertEquals(409, app.send("POST", "/api/v1/banks", again, admin).statusCode());
        assertEquals(404, app.send("DELETE", "/api/v1/banks/acb/keys/" + bank.keyId(), null, admin).statusCode());
        assertEquals(404, app.send("POST", "/api/v1/banks/nobody/keys", hmac, admin).statusCode());

        assertEquals(before, entriesOf("vcb"));
        assertEquals(List.of(), entriesOf("nobody"));
        assertEquals(List.of(), entriesOf("acb"));
    }

    @Test
    void bankShouldBeTakenWhenItsBinIsInNoTable() {
        app.bank("newbank", "123456");

        assertEquals(2, entriesOf("newbank").size());
    }

    private static List<String> entriesOf(String bankCode) {
        List<String> entries = new ArrayList<>();
        await(DB.pool().query("SELECT actor_role || ' ' || action || ' ' || details::text AS line FROM audit_entry"
                + " WHERE subject_kind = 'BANK' AND subject_id = '" + bankCode + "' AND actor_id IS NOT NULL"
                + " AND request_id IS NOT NULL ORDER BY audit_entry_id").execute())
                .forEach(row -> entries.add(row.getString("line")));
        return entries;
    }
}
