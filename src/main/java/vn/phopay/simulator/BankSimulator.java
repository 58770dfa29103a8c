package vn.phopay.simulator;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A bank that tells its transactions as real ones do: signed, at a steady pace, and again after every answer but 200
 * until it is one. What can never succeed (400, 401, 403, 404, 413) is told once and counted as refused.
 */
public final class BankSimulator {
    private static final int TICK_MS = 10;
    private static final long REPEAT_PAUSE_MS_MIN = 200;
    private static final long ANSWER_TIMEOUT_MS = 30_000;
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    /** Past this many waiting calls nothing new is made up: the receiver is too slow for the rate. */
    private static final int WAITING_CALLS_MAX = 10_000;
    private static final int OK = 200;
    private static final Set<Integer> HOPELESS = Set.of(400, 401, 403, 404, 413);

    private final Vertx vertx;
    private final SimulationPlan plan;
    private final CallbackSigner signer;
    private final TransactionStream stream;
    private final Clock clock;
    private final HttpClient client;
    private final Context context;
    private final SimulationTotals totals = new SimulationTotals();
    private final Promise<SimulationTotals> finished = Promise.promise();
    private final Deque<PendingCall> waiting = new ArrayDeque<>();
    private int inFlight;
    private int pausing;
    private long startedNanos;
    private long endedNanos;
    private boolean ended;
    private long timer;

    /** A bank that signs by {@code signer} and tells {@code stream}, stamped by {@code clock}. */
    public BankSimulator(
            Vertx vertx, SimulationPlan plan, CallbackSigner signer, TransactionStream stream, Clock clock) {
        this.vertx = vertx;
        this.plan = plan;
        this.signer = signer;
        this.stream = stream;
        this.clock = clock;
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS).setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(plan.connections()).setMaxWaitQueueSize(plan.connections()));
    }

    /** What it came to so far. */
    public SimulationTotals totals() {
        return totals;
    }

    /** Starts telling; completes when everything is acknowledged, refused or given up. Fails only on a bug. */
    public Future<SimulationTotals> run() {
        context.runOnContext(ignored -> {
            startedNanos = System.nanoTime();
            timer = vertx.setPeriodic(TICK_MS, tick -> tick());
        });
        return finished.future();
    }

    /** Tells nothing new and gives up what waits; completes when calls in flight are answered. */
    public Future<Void> stop() {
        context.runOnContext(ignored -> {
            end();
            endedNanos = System.nanoTime() - SimulationPlan.REPEAT_MAX.toNanos();
            tick();
        });
        return finished.future().mapEmpty();
    }

    private void tick() {
        try {
            if (!ended) {
                makeUp();
            }
            if (ended && isTooLateToRepeat()) {
                waiting.forEach(call -> totals.undelivered(call.transactions()));
                waiting.clear();
            }
            send();
            finishIfDone();
        } catch (RuntimeException bug) {
            vertx.cancelTimer(timer);
            finished.tryFail(bug);
        }
    }

    private void makeUp() {
        long elapsed = Math.min(System.nanoTime() - startedNanos, plan.duration().toNanos());
        long second = TimeUnit.SECONDS.toNanos(1);
        long due = elapsed / second * plan.ratePerSecond() + elapsed % second * plan.ratePerSecond() / second;
        while (totals.toldCount() + plan.batch() <= due && waiting.size() < WAITING_CALLS_MAX) {
            tell(plan.batch());
        }
        if (elapsed >= plan.duration().toNanos()) {
            int rest = (int) Math.min(plan.batch(), due - totals.toldCount());
            if (rest > 0 && waiting.size() < WAITING_CALLS_MAX) {
                tell(rest);
            }
            end();
        }
    }

    private void tell(int transactions) {
        List<SimulatedTransaction> told = new ArrayList<>(transactions);
        for (int i = 0; i < transactions; i++) {
            told.add(stream.next(clock.instant()));
        }
        String name = "msg_" + told.getFirst().notice().bankReference() + '_' + totals.toldCount();
        totals.told(transactions);
        waiting.add(new PendingCall(name, SimulatedTransaction.body(told), transactions, System.nanoTime(), 0));
    }

    private void end() {
        if (!ended) {
            ended = true;
            endedNanos = System.nanoTime();
        }
    }

    private boolean isTooLateToRepeat() {
        return Duration.ofNanos(System.nanoTime() - endedNanos).compareTo(SimulationPlan.REPEAT_MAX) >= 0;
    }

    private void send() {
        while (inFlight < plan.connections() && !waiting.isEmpty()) {
            inFlight++;
            PendingCall call = waiting.poll().sentOnceMore();
            post(call).onComplete(done -> {
                inFlight--;
                if (done.succeeded()) {
                    take(call, done.result());
                } else {
                    totals.answered("none");
                    repeat(call, 0);
                }
                send();
            });
        }
    }

    private record Answer(int status, Buffer body, long retryAfterMs) {}

    private Future<Answer> post(PendingCall call) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(plan.callbackUrl())
                .setTimeout(ANSWER_TIMEOUT_MS)
                .putHeader("content-type", "application/json")
                .putHeader("webhook-id", call.name())
                .putHeader("webhook-timestamp", timestamp)
                .putHeader("webhook-signature", signer.sign(call.name(), timestamp, call.body().getBytes()));
        return client.request(options).compose(request -> answer(request, call));
    }

    private static Future<Answer> answer(HttpClientRequest request, PendingCall call) {
        return request.send(call.body()).compose(response -> response.body().map(body ->
                new Answer(response.statusCode(), body, retryAfterMs(response.getHeader("retry-after")))));
    }

    private static long retryAfterMs(@Nullable String seconds) {
        boolean plain = seconds != null && seconds.matches("[0-9]{1,4}");
        return plain ? TimeUnit.SECONDS.toMillis(Long.parseLong(seconds)) : 0;
    }

    private void take(PendingCall call, Answer answer) {
        totals.answered(Integer.toString(answer.status()));
        if (HOPELESS.contains(answer.status())) {
            totals.refused(call.transactions());
        } else if (answer.status() != OK || !acknowledge(call, answer.body())) {
            repeat(call, answer.retryAfterMs());
        }
    }

    private boolean acknowledge(PendingCall call, Buffer body) {
        try {
            JsonArray results = new JsonObject(body).getJsonArray("results");
            if (results == null || results.size() != call.transactions()) {
                return false;
            }
            totals.acknowledged(results, System.nanoTime() - call.dueNanos());
            return true;
        } catch (DecodeException | ClassCastException notOurs) {
            return false;
        }
    }

    private void repeat(PendingCall call, long retryAfterMs) {
        totals.repeated();
        long pause = Math.max(call.pauseMs(REPEAT_PAUSE_MS_MIN), retryAfterMs);
        long jitter = ThreadLocalRandom.current().nextLong(pause / 2 + 1);
        pausing++;
        vertx.setTimer(pause + jitter, ignored -> {
            pausing--;
            waiting.add(call);
        });
    }

    private void finishIfDone() {
        if (ended && inFlight == 0 && pausing == 0 && waiting.isEmpty()) {
            vertx.cancelTimer(timer);
            client.close().onComplete(closed -> finished.tryComplete(totals));
        }
    }
}
