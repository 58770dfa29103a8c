package vn.phopay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.phopay.testing.TestPostgres;

class GuardedTest {
    private static final String SECRET = "password=hunter2 at db-7.internal";
    private static final long LONG_MS = 30_000;
    private static final long SHORT_MS = 1;

    @Test
    void handleShouldGiveTheAnswerWhenThereIsOne() {
        Reply reply = Reply.noContent();

        assertSame(reply, guarded(LONG_MS, call -> Future.succeededFuture(reply)));
    }

    @Test
    void handleShouldHideTheFaultWhenTheFutureFails() {
        assertHidden(guarded(LONG_MS, call -> Future.failedFuture(new IllegalStateException(SECRET))));
        assertHidden(guarded(LONG_MS, call -> later(new IllegalStateException(SECRET))));
    }

    @Test
    void handleShouldHideTheFaultWhenTheEndpointThrows() {
        assertHidden(guarded(LONG_MS, call -> {
            throw new IllegalStateException(SECRET);
        }));
        assertHidden(guarded(LONG_MS, call -> {
            throw new AssertionError(SECRET);
        }));
    }

    @Test
    void handleShouldAnswerTheProblemWhenTheCallIsRefused() {
        ProblemException refusal = ProblemException.ofField("/amount", "must be positive");

        for (Reply reply : new Reply[] {
            guarded(LONG_MS, call -> {
                throw refusal;
            }),
            guarded(LONG_MS, call -> later(refusal))
        }) {
            assertEquals(400, reply.status());
            assertEquals("/amount", new JsonObject(reply.body()).getJsonArray("errors").getJsonObject(0)
                    .getString("pointer"));
        }
    }

    @Test
    void handleShouldAnswer503WhenTheBudgetRunsOut() {
        Reply reply = guarded(SHORT_MS, call -> Promise.<Reply>promise().future());

        assertEquals(503, reply.status());
        assertEquals("1", reply.headers().get("retry-after"));
        assertEquals("REQUEST_TIMED_OUT", new JsonObject(reply.body()).getString("code"));
    }

    /** Some senders understand nothing but their own words, and repeat for ever or never again without them. */
    @Test
    void handleShouldTellFaultsInTheWordsOfTheEndpoint() {
        for (Function<Call, Future<Reply>> work : List.<Function<Call, Future<Reply>>>of(
                call -> Promise.<Reply>promise().future(),
                call -> Future.failedFuture(new IllegalStateException(SECRET)))) {
            Endpoint endpoint = new Endpoint() {
                @Override
                public EndpointSpec spec() {
                    return EndpointSpec.get("/x", Access.ANYONE);
                }

                @Override
                public Future<Reply> handle(Call call) {
                    return work.apply(call);
                }

                @Override
                public Reply rephrase(Reply reply, ProblemCode code, Map<String, String> pathParameters) {
                    return Reply.json(200, new JsonObject().put("again", code.name()));
                }
            };
            Endpoint decorated = new Measured(new Guarded(endpoint, SHORT_MS), new SimpleMeterRegistry());
            Reply reply = TestPostgres.await(decorated.handle(Calls.from("127.0.0.1")));
            assertEquals(200, reply.status());
            assertTrue(List.of("REQUEST_TIMED_OUT", "INTERNAL_FAULT").contains(
                    new JsonObject(reply.body()).getString("again")));
            assertEquals(200, decorated.rephrase(Reply.noContent(), ProblemCode.REQUEST_TOO_LARGE, Map.of()).status());
        }
    }

    private static Future<Reply> later(Throwable thrown) {
        Promise<Reply> promise = Promise.promise();
        TestPostgres.vertx().runOnContext(ignored -> promise.fail(thrown));
        return promise.future();
    }

    private static Reply guarded(long timeoutMs, Function<Call, Future<Reply>> work) {
        Endpoint endpoint = Calls.endpoint(EndpointSpec.get("/x", Access.ANYONE), work);
        return TestPostgres.await(new Guarded(endpoint, timeoutMs).handle(Calls.from("127.0.0.1")));
    }

    private static void assertHidden(Reply reply) {
        assertEquals(500, reply.status());
        JsonObject problem = new JsonObject(reply.body());
        assertEquals("INTERNAL_FAULT", problem.getString("code"));
        assertEquals("The fault is logged under requestId request-1.", problem.getString("detail"));
        assertFalse(reply.body().toString().contains("hunter2"));
    }
}
