package vn.phopay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

class TransactionalTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("transactional");

    private TestHttp http;

    /** Writes a bank and ends as the call asks. */
    private static final class WriteAndEnd implements TransactionalEndpoint {
        @Override
        public EndpointSpec spec() {
            return EndpointSpec.create("/banks", Access.ANYONE);
        }

        @Override
        public Reply handle(Call call, SqlConnection transaction) {
            Fields fields = call.body();
            String code = fields.text("code", 1, 32);
            insert(transaction, code);
            return switch (fields.text("end", 1, 32)) {
                case "reply" -> Reply.json((int) fields.integer("status", 200, 599), new JsonObject());
                case "refuse" -> throw ProblemException.ofField("/code", "is not liked");
                case "break" -> {
                    insert(transaction, code);
                    yield Reply.noContent();
                }
                default -> throw new IllegalStateException("a fault");
            };
        }

        private static void insert(SqlConnection transaction, String code) {
            Future.await(transaction.preparedQuery("INSERT INTO bank (bank_code, bin, name, created_at)"
                    + " VALUES ($1, '970436', 'Bank', now())").execute(Tuple.of(code)));
        }
    }

    @BeforeEach
    void start() throws Exception {
        http = new TestHttp.Builder(TestPostgres.vertx(), Clock.systemUTC(), Calls.NOBODY)
                .add(new WriteAndEnd(), DB.pool())
                .start();
    }

    @AfterEach
    void close() {
        http.close();
    }

    @ParameterizedTest
    @CsvSource({
        "reply, 200, 200, 1", "reply, 399, 399, 1", "reply, 400, 400, 0", "reply, 503, 503, 0", "refuse, 0, 400, 0",
        "throw, 0, 500, 0", "break, 0, 500, 0"
    })
    void transactionShouldCommitWhenTheReplyIsBelow400Only(String end, int status, int answered, long rows) {
        String code = "bank-" + end + "-" + status;

        assertEquals(answered, post(code, end, status).statusCode());
        assertEquals(rows, rows(code));
    }

    @Test
    void connectionsShouldComeBackWhenMoreTransactionsFailThanThePoolHas() {
        for (int i = 0; i < 40; i++) {
            assertEquals(500, post("bank-leak", i % 2 == 0 ? "throw" : "break", 0).statusCode());
        }
        assertEquals(200, post("bank-leak", "reply", 200).statusCode());
    }

    @Test
    void keyShouldHoldItsLengthWhenAtItsEdge() {
        assertEquals(200, post("bank-key-255", "reply", 200, "idempotency-key", "k".repeat(255)).statusCode());
        assertEquals(400, post("bank-key-256", "reply", 200, "idempotency-key", "k".repeat(256)).statusCode());
        assertEquals(0, rows("bank-key-256"));
    }

    @Test
    void keyShouldBeIgnoredWhenItIsBlank() {
        assertEquals(200, post("bank-blank-1", "reply", 200, "idempotency-key", " ").statusCode());
        assertEquals(200, post("bank-blank-2", "reply", 200, "idempotency-key", " ").statusCode());
        assertEquals(1, rows("bank-blank-2"));
    }

    private HttpResponse<String> post(String code, String end, int status, String... headers) {
        JsonObject body = new JsonObject().put("code", code).put("end", end).put("status", status);
        return http.send("POST", "/banks", body, headers);
    }

    private static long rows(String code) {
        return TestPostgres.await(DB.pool().preparedQuery("SELECT count(*) FROM bank WHERE bank_code = $1")
                .execute(Tuple.of(code))).iterator().next().getLong(0);
    }
}
