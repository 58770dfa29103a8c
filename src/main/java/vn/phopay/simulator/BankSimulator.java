package vn.phopay.simulator;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.phopay.simulator.sender.Answer;
import vn.phopay.simulator.sender.Call;
import vn.phopay.simulator.sender.Sender;
import vn.phopay.simulator.sender.Verdict;

/**
 * A bank that tells its transactions as real ones do: signed, at a steady pace, and again after every answer that its
 * dialect does not take for a yes. What can never succeed (such as 400 or 401) is told once and counted as refused.
 */
public final class BankSimulator {
    private static final int TICK_MS = 10;
    private static final long REPEAT_PAUSE_MS_MIN = 200;
    private static final long ANSWER_TIMEOUT_MS = 30_000;
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    /** Past this many waiting calls nothing new is made up: the receiver is too slow for the rate. */
    private static final int WAITING_CALLS_MAX = 10_000;

    private final Vertx vertx;
    private final SimulationPlan plan;
    private final Sender sender;
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

    /** A bank that speaks as {@code sender} and tells {@code stream}, stamped by {@code clock}. */
    public BankSimulator(
            Vertx vertx, SimulationPlan plan, Sender sender, TransactionStream stream, Clock clock) {
        this.vertx = vertx;
        this.plan = plan;
        this.sender = sender;
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
        totals.told(transactions);
        waiting.add(new PendingCall(
                told.stream().map(SimulatedTransaction::toMovement).toList(), System.nanoTime(), 0));
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

    private Future<Answer> post(PendingCall call) {
        Instant now = clock.instant();
        return sender.fetchToken(now)
                .map(token -> send(token).onSuccess(answer -> sender.takeToken(answer, now)).<Void>mapEmpty())
                .orElseGet(Future::succeededFuture)
                .compose(ready -> send(sender.tell(call.movements(), clock.instant())));
    }

    private Future<Answer> send(Call call) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setAbsoluteURI(plan.bankUrl() + call.path())
                .setTimeout(ANSWER_TIMEOUT_MS);
        call.headers().forEach(header -> options.putHeader(header.name(), header.value()));
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(call.body())))
                .compose(response -> response.body().map(body -> new Answer(
                        response.statusCode(), body.toString(), retryAfterMs(response.getHeader("retry-after")))));
    }

    private static long retryAfterMs(@Nullable String seconds) {
        boolean plain = seconds != null && seconds.matches("[0-9]{1,4}");
        return plain ? TimeUnit.SECONDS.toMillis(Long.parseLong(seconds)) : 0;
    }

    private void take(PendingCall call, Answer answer) {
        totals.answered(Integer.toString(answer.status()));
        Verdict verdict = sender.judge(answer);
        if (verdict == Verdict.GIVEN_UP) {
            totals.refused(call.transactions());
        } else if (verdict == Verdict.AGAIN || !acknowledge(call, answer, verdict)) {
            repeat(call, answer.retryAfterMs());
        }
    }

    /** Ours answers for each transaction; of the others it is known only whether they were taken. */
    private boolean acknowledge(PendingCall call, Answer answer, Verdict verdict) {
        JsonArray results = answer.json().getJsonArray("results");
        if (results == null) {
            results = new JsonArray();
            for (int i = 0; i < call.transactions(); i++) {
                results.add(new JsonObject().put("status", verdict.name()).put("outcome", "UNTOLD"));
            }
        }
        if (results.size() != call.transactions()) {
            return false;
        }
        totals.acknowledged(results, System.nanoTime() - call.dueNanos());
        return true;
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
