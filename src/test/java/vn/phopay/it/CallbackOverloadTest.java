package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** A full queue refuses at once and keeps nothing of what it refused. */
class CallbackOverloadTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("callback_overload");

    private static final Map<String, String> DIALECT_TO_REFUSAL = Map.of(
            "vietqrvn", "503 {\"error\":true,\"errorReason\":\"TRY_LATER\",\"toastMessage\":\"Please send again\","
                    + "\"object\":null}",
            "payos", "503 {\"success\":false}",
            "sepay", "503 {\"success\":false}",
            "casso2", "503 {\"success\":false}",
            "vnpay", "200 {\"RspCode\":\"99\",\"Message\":\"Try later\"}",
            "zalopay", "200 {\"return_code\":0,\"return_message\":\"try later\"}");
    private static final int QUEUE_ROWS_MAX = 100;
    private static final int ROWS_A_CALL = 10;
    private static TestApp app;
    private static TestBank first;
    private static TestBank second;

    @BeforeAll
    static void start() {
        // One writer: with several, each holds its share of the queue, and the event loop of a call decides which.
        app = TestApp.start(DB, Clock.systemUTC(), Map.of(
                "PHOPAY_CALLBACK_WRITERS", "1",
                "PHOPAY_CALLBACK_QUEUE_ROWS_MAX", Integer.toString(QUEUE_ROWS_MAX),
                "PHOPAY_CALLBACK_TRANSACTIONS_MAX", Integer.toString(QUEUE_ROWS_MAX)));
        first = app.bank("mbbank", "970422");
        second = app.bank("vcb", "970436");
        String token = app.adminToken();
        DIALECT_TO_REFUSAL.keySet().forEach(dialect -> app.as(token, "POST", "/api/v1/banks", new JsonObject()
                .put("code", dialect + "-1").put("bin", "970422").put("name", dialect).put("dialect", dialect)));
        await(app.refreshBanks());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void callbackShouldBeRefusedAndNotKeptWhenTheDatabaseHoldsTheQueueBack() {
        Set<String> waiting = new TreeSet<>();
        List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
        SqlConnection locker = await(DB.pool().getConnection());
        Transaction lock = await(locker.begin());
        try {
            await(locker.query("LOCK TABLE payment_key IN ACCESS EXCLUSIVE MODE").execute());
            // Seven calls are all that one bank may have of a queue of ten: 75 %.
            IntStream.range(0, 7).forEach(i -> held.add(send(first, "A" + i, waiting)));
            Eventually.until(this::rowsWaiting, rows -> rows == 70);
            assertRefused(send(first, "REFUSED-SHARE", new TreeSet<>()).join());
            IntStream.range(0, 3).forEach(i -> held.add(send(second, "B" + i, waiting)));
            Eventually.until(this::rowsWaiting, rows -> rows == QUEUE_ROWS_MAX);
            assertRefused(send(second, "REFUSED-FULL", new TreeSet<>()).join());
            assertRefused(app.sendBytes("POST", second.path(), "no signature is read".getBytes()));
            DIALECT_TO_REFUSAL.forEach(CallbackOverloadTest::assertRefusedInItsOwnWords);
            assertTrue(held.stream().noneMatch(CompletableFuture::isDone), "nothing is answered before COMMIT");
        } finally {
            await(lock.rollback());
            await(locker.close());
        }
        held.forEach(answer -> assertEquals(200, answer.join().statusCode()));
        assertEquals(waiting, stored("SELECT bank_reference AS name FROM payment"));
        assertEquals(QUEUE_ROWS_MAX / ROWS_A_CALL, stored("SELECT delivery_id::text AS name FROM delivery").size());
        assertEquals(200, send(first, "REFUSED-SHARE", waiting).join().statusCode());
        assertEquals(waiting, stored("SELECT bank_reference AS name FROM payment"));
    }

    private static CompletableFuture<HttpResponse<String>> send(TestBank bank, String name, Set<String> sent) {
        List<JsonObject> transactions = IntStream.range(0, ROWS_A_CALL)
                .mapToObj(i -> TestBank.transaction(name + "-" + i, "0123456789", 1_000 + i, ""))
                .toList();
        transactions.forEach(transaction -> sent.add(transaction.getString("transactionId")));
        byte[] body = TestBank.call(transactions);
        return app.sendAsync(bank.path(), body, bank.sign(body));
    }

    /** Before its body is read, and whatever it is. */
    private static void assertRefusedInItsOwnWords(String dialect, String refusal) {
        String door = dialect.equals("vietqrvn") ? "/vietqrvn/bank/api/transaction-sync" : "/callbacks";
        HttpResponse<String> answer =
                app.sendBytes("POST", "/api/v1/banks/" + dialect + "-1" + door, "nothing is read".getBytes());
        assertEquals(refusal, answer.statusCode() + " " + answer.body());
        assertEquals(answer.statusCode() == 503 ? "1" : "", answer.headers().firstValue("retry-after").orElse(""));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertEquals("1", answer.headers().firstValue("retry-after").orElse(""));
        assertEquals("REQUEST_OVERLOADED", new JsonObject(answer.body()).getString("code"));
    }

    /** Transactions that wait or are being recorded, as the service's own metrics say. */
    private int rowsWaiting() {
        return app.send("GET", "/metrics", null).body().lines()
                .filter(line -> line.startsWith("phopay_writer_queue_rows"))
                .mapToInt(line -> (int) Float.parseFloat(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Set<String> stored(String sql) {
        Set<String> names = new TreeSet<>();
        await(DB.pool().query(sql).execute()).forEach(row -> names.add(row.getString("name")));
        return names;
    }
}
