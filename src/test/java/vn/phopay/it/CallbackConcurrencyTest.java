package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Two instances of the service on one database, and one flood of copies over both. */
class CallbackConcurrencyTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("callback_concurrency").keepingInvariants();

    private static final int KEYS = 500;
    private static final int COPIES = 200;
    private static final int COPIES_A_CALL = 50;
    private static final int CALLS_AT_ONCE = 256;

    @Test
    void callbackShouldCountOnceWhenTwoHundredCopiesOfFiveHundredTransactionsComeAtOnce() {
        long seed = System.nanoTime();
        try (TestApp one = TestApp.start(DB); TestApp two = TestApp.start(DB)) {
            TestBank bank = one.bank("mbbank", "970422");
            List<CompletableFuture<HttpResponse<String>>> answers = flood(List.of(one, two), bank, seed);
            Map<String, Set<String>> idToPayments = new HashMap<>();
            int accepted = 0;
            for (CompletableFuture<HttpResponse<String>> future : answers) {
                HttpResponse<String> answer = future.join();
                assertEquals(200, answer.statusCode(), "seed " + seed + ": " + answer.body());
                for (Object result : new JsonObject(answer.body()).getJsonArray("results")) {
                    JsonObject line = (JsonObject) result;
                    accepted += "ACCEPTED".equals(line.getString("status")) ? 1 : 0;
                    idToPayments.computeIfAbsent(line.getString("transactionId"), id -> new HashSet<>())
                            .add(line.getString("paymentId") + line.getString("outcome"));
                }
            }
            assertEquals(KEYS, accepted, "each transaction is accepted once, seed " + seed);
            assertEquals(KEYS, idToPayments.size());
            assertTrue(idToPayments.values().stream().allMatch(payments -> payments.size() == 1),
                    "every copy is answered the same payment and outcome, seed " + seed);
        }
        assertEquals(KEYS, await(DB.pool().query("SELECT count(*) FROM payment").execute())
                .iterator().next().getInteger(0));
    }

    /** Every copy of every transaction, shuffled; a third as single calls, the rest in calls of fifty. */
    private static List<CompletableFuture<HttpResponse<String>>> flood(List<TestApp> apps, TestBank bank, long seed) {
        List<Integer> copies = new ArrayList<>();
        for (int i = 0; i < KEYS * COPIES; i++) {
            copies.add(i % KEYS);
        }
        Random random = new Random(seed);
        Collections.shuffle(copies, random);
        Semaphore room = new Semaphore(CALLS_AT_ONCE);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        int at = 0;
        while (at < copies.size()) {
            int size = Math.min(random.nextInt(3) == 0 ? 1 : COPIES_A_CALL, copies.size() - at);
            byte[] body = TestBank.call(copies.subList(at, at + size).stream()
                    .map(key -> TestBank.transaction("FT" + key, "acct" + key % 7, 1_000 + key, ""))
                    .toList());
            room.acquireUninterruptibly();
            answers.add(apps.get(random.nextInt(apps.size()))
                    .sendAsync(bank.path(), body, bank.sign(body))
                    .whenComplete((answer, fault) -> room.release()));
            at += size;
        }
        return answers;
    }
}
