package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.tck.CallbackTck;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class StandardCallbackTest extends CallbackTck {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("standard_callback");

    private static TestApp app;
    private static TestBank bank;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
        bank = app.bank("mbbank", "970422");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void callbackShouldAnswer404ForAnUnknownBankAnd403ForASuspendedOne() {
        byte[] body = body("TCK-7", 1_000);
        HttpResponse<String> unknown = app.sendBytes("POST", "/api/v1/banks/nobody/callbacks", body, bank.sign(body));
        assertEquals(404, unknown.statusCode());
        TestBank suspended = app.bank("vcb", "970436");
        TestPostgres.await(DB.pool().query("UPDATE bank SET status = 'SUSPENDED' WHERE bank_code = 'vcb'").execute());
        TestPostgres.await(app.refreshBanks());
        assertEquals(403, app.sendBytes("POST", suspended.path(), body, suspended.sign(body)).statusCode());
    }

    @Test
    void callbackShouldRefuseARevokedKeyAndTakeItsSuccessor() {
        TestBank first = app.bank("acb", "970416");
        String token = app.adminToken();
        JsonObject algorithm = new JsonObject().put("algorithm", "hmac-sha256");
        JsonObject second = app.as(token, "POST", "/api/v1/banks/acb/keys", algorithm);
        assertEquals(409, app.send("POST", "/api/v1/banks/acb/keys", algorithm, "authorization", "Bearer " + token)
                .statusCode(), "two keys may live at a time");
        app.as(token, "DELETE", "/api/v1/banks/acb/keys/" + first.keyId(), null);
        TestPostgres.await(app.refreshBanks());
        byte[] body = body("TCK-8", 1_000);
        assertEquals(401, app.sendBytes("POST", first.path(), body, first.sign(body)).statusCode());
        TestBank successor = new TestBank("acb", second.getString("keyId"), second.getString("secret"));
        assertEquals(200, app.sendBytes("POST", first.path(), body, successor.sign(body)).statusCode());
    }

    @Test
    void bankKeyShouldBeRefusedWhenItIsAPublishedSample() throws IOException {
        app.bank("tpb", "970423");
        String pem = Files.readString(Path.of("keys-sample", "bank", "bank-ed25519.pub.pem"));
        HttpResponse<String> answer = app.send("POST", "/api/v1/banks/tpb/keys",
                new JsonObject().put("algorithm", "ed25519").put("publicKeyPem", pem),
                "authorization", "Bearer " + app.adminToken());
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals("/publicKeyPem",
                new JsonObject(answer.body()).getJsonArray("errors").getJsonObject(0).getString("pointer"));
    }

    @Test
    void callbackShouldAnswerOneResultATransactionInTheOrderSent() {
        byte[] body = TestBank.call(List.of(
                TestBank.transaction("TCK-9b", "1", 1_000, ""), TestBank.transaction("TCK-9a", "1", 2_000, ""),
                TestBank.transaction("TCK-9b", "1", 1_000, "")));
        JsonObject answer = new JsonObject(app.sendBytes("POST", bank.path(), body, bank.sign(body)).body());
        assertEquals(List.of("TCK-9b ACCEPTED", "TCK-9a ACCEPTED", "TCK-9b DUPLICATE"),
                answer.getJsonArray("results").stream().map(JsonObject.class::cast)
                        .map(r -> r.getString("transactionId") + " " + r.getString("status")).toList());
    }

    private static byte[] body(String id, long amountVnd) {
        return TestBank.call(List.of(TestBank.transaction(id, "0123456789", amountVnd, "cảm ơn")));
    }

    @Test
    void callbackShouldTakeNothingButPost() {
        HttpResponse<String> answer = app.send("GET", bank.path(), null);
        assertEquals(405, answer.statusCode(), answer.body());
        assertEquals("POST", answer.headers().firstValue("allow").orElse(""));
    }

    @Override
    protected TestApp app() {
        return app;
    }

    @Override
    protected Pool pool() {
        return DB.pool();
    }

    @Override
    protected Sent sent(String id, long amountVnd, Instant moment) {
        byte[] body = body(id, amountVnd);
        return new Sent("POST", bank.path(), body, bank.sign(body, moment));
    }

    @Override
    protected Sent forged(Sent said, Sent signed) {
        return new Sent("POST", bank.path(), said.body(), signed.headers());
    }

    @Override
    protected Sent unreadable() {
        byte[] body = "{\"transactions\": \"TCK-5\"}".getBytes(StandardCharsets.UTF_8);
        return new Sent("POST", bank.path(), body, bank.sign(body));
    }

    @Override
    protected Optional<Sent> probe() {
        return Optional.empty();
    }

    @Override
    protected boolean says(HttpResponse<String> answer, Expected expected) {
        return switch (expected) {
            case STORED -> answer.statusCode() == 200 && answer.body().contains("\"ACCEPTED\"");
            case DUPLICATE -> answer.statusCode() == 200 && answer.body().contains("\"DUPLICATE\"");
            case CONFLICT -> answer.statusCode() == 200 && answer.body().contains("\"CONFLICT\"");
            case REFUSED -> answer.statusCode() == 401;
            case UNREADABLE -> answer.statusCode() == 400;
            case TOO_LARGE -> answer.statusCode() == 413;
            case ACKNOWLEDGED -> false;
        };
    }
}
