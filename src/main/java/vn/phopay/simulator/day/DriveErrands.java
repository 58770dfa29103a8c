package vn.phopay.simulator.day;

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
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.phopay.simulator.day.Errand.Manner;
import vn.phopay.simulator.day.Errand.Step;
import vn.phopay.simulator.day.Tally.Heard;
import vn.phopay.simulator.day.Town.Bank;
import vn.phopay.simulator.sender.Answer;
import vn.phopay.simulator.sender.Call;
import vn.phopay.simulator.sender.Sender;
import vn.phopay.simulator.sender.Verdict;

/** Lets all senders tell at once, each as it does: signing, repeating after its own pauses, giving up. */
final class DriveErrands {
    private static final long ANSWER_TIMEOUT_MS = 30_000;
    /** A pause of a minute is over after 60 ms. */
    private static final long SCALE = 1_000;
    private static final long PAUSE_MS_MIN = 20;
    private static final int PORTAL_ERROR = 500;

    private final Vertx vertx;
    private final Context context;
    private final HttpClient client;
    private final String base;
    private final Clock clock;
    private final int lanes;
    private final Tally tally = new Tally();

    /** Posts to the service at {@code url}, {@code lanes} calls at once, signed by {@code clock}. */
    DriveErrands(Vertx vertx, URI url, Clock clock, int lanes) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.base = url.toString() + "/api/v1/banks/";
        this.clock = clock;
        this.lanes = lanes;
        this.client = vertx.createHttpClient(new HttpClientOptions().setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(lanes).setMaxWaitQueueSize(lanes));
    }

    /** What was heard so far. */
    Tally tally() {
        return tally;
    }

    /** Runs all errands; completes when the last is done. Fails only on a bug. */
    Future<Void> run(List<Errand> errands) {
        Promise<Void> done = Promise.promise();
        context.runOnContext(ignored -> {
            Iterator<Errand> rest = errands.iterator();
            Future.all(IntStream.range(0, lanes).mapToObj(i -> lane(rest)).toList())
                    .<Void>mapEmpty().onComplete(done);
        });
        return done.future();
    }

    Future<Void> close() {
        return client.close();
    }

    private Future<Void> lane(Iterator<Errand> rest) {
        return rest.hasNext()
                ? steps(rest.next().steps().iterator()).compose(done -> lane(rest))
                : Future.succeededFuture();
    }

    private Future<Void> steps(Iterator<Step> rest) {
        return rest.hasNext() ? step(rest.next()).compose(done -> steps(rest)) : Future.succeededFuture();
    }

    private Future<Void> step(Step step) {
        return switch (step.manner()) {
            case PLAIN -> tell(step, 0);
            case CUT -> withToken(step.bank())
                    .compose(ready -> cut(step.bank(), plain(step)))
                    .compose(gone -> tell(step, 0));
            case FORGED, STALE, UNREADABLE, PROBE -> withToken(step.bank())
                    .compose(ready -> send(step.bank(), odd(step)))
                    .map(answer -> heardOdd(step, answer));
        };
    }

    private Future<Void> tell(Step step, int attempt) {
        return withToken(step.bank())
                .compose(ready -> send(step.bank(), plain(step)))
                .compose(answer -> heard(step, attempt, answer));
    }

    private Call plain(Step step) {
        return step.bank().sender().tell(step.movements(), clock.instant());
    }

    private Call odd(Step step) {
        Instant now = clock.instant();
        Sender sender = step.bank().sender();
        return switch (step.manner()) {
            case FORGED -> step.bank().forger().tell(step.movements(), now);
            case STALE -> sender.tell(step.movements(), now.minus(TellingScenes.tooOld(step.bank())));
            case UNREADABLE -> sender.tellUnreadable(step.movements().getFirst(), now);
            case PROBE -> sender.probe(now);
            case PLAIN, CUT -> throw new IllegalStateException("nothing is odd about " + step.manner());
        };
    }

    private Future<Void> heard(Step step, int attempt, Answer answer) {
        Sender sender = step.bank().sender();
        Verdict verdict = sender.judge(answer);
        boolean taken = verdict == Verdict.TAKEN || verdict == Verdict.KNOWN;
        tally.add(sender.dialect(), new Heard(1, taken ? step.movements().size() : 0, attempt > 0 ? 1 : 0, 0));
        if (taken) {
            return Future.succeededFuture();
        }
        if (verdict == Verdict.AGAIN && attempt < sender.pauses().size()) {
            return pause(sender.pauses().get(attempt), answer).compose(over -> tell(step, attempt + 1));
        }
        tally.problem(sender.dialect() + " gave up telling " + sender.idOf(step.movements().getFirst()) + " after "
                + answer.status() + ' ' + answer.body());
        return Future.succeededFuture();
    }

    private @Nullable Void heardOdd(Step step, Answer answer) {
        Sender sender = step.bank().sender();
        Verdict verdict = sender.judge(answer);
        boolean probe = step.manner() == Manner.PROBE;
        boolean right = probe
                ? answer.status() > 0 && answer.status() < PORTAL_ERROR
                : verdict != Verdict.TAKEN && verdict != Verdict.KNOWN && answer.status() != 0;
        tally.add(sender.dialect(), new Heard(1, 0, 0, right && !probe ? 1 : 0));
        if (!right) {
            tally.problem(sender.dialect() + ": a call that was " + step.manner() + " heard " + answer.status() + ' '
                    + answer.body());
        }
        return null;
    }

    private Future<?> pause(Duration real, Answer answer) {
        long ms = Math.max(PAUSE_MS_MIN, real.toMillis() / SCALE);
        return vertx.timer(Math.max(ms, answer.retryAfterMs()), TimeUnit.MILLISECONDS);
    }

    private Future<Void> withToken(Bank bank) {
        Instant now = clock.instant();
        return bank.sender().fetchToken(now).map(call -> send(bank, call)
                .<Void>map(answer -> {
                    bank.sender().takeToken(answer, now);
                    return null;
                })).orElseGet(Future::succeededFuture);
    }

    private Future<Answer> send(Bank bank, Call call) {
        return client.request(options(bank, call))
                .compose(request -> request.send(Buffer.buffer(call.body())))
                .compose(response -> response.body().map(body -> new Answer(
                        response.statusCode(), body.toString(), retryAfterMs(response.getHeader("retry-after")))))
                .otherwise(Answer.NONE);
    }

    /** Sends the call and breaks the connection before anything can come back. */
    private Future<Void> cut(Bank bank, Call call) {
        return client.request(options(bank, call))
                .compose(request -> request.end(Buffer.buffer(call.body())).compose(sent -> hangUp(request)))
                .otherwiseEmpty();
    }

    private static Future<Void> hangUp(HttpClientRequest request) {
        return request.connection().close();
    }

    private RequestOptions options(Bank bank, Call call) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setAbsoluteURI(base + bank.code() + call.path())
                .setTimeout(ANSWER_TIMEOUT_MS);
        call.headers().forEach(header -> options.putHeader(header.name(), header.value()));
        return options;
    }

    private static long retryAfterMs(@Nullable String seconds) {
        boolean plain = seconds != null && seconds.matches("[0-9]{1,4}");
        return plain ? TimeUnit.SECONDS.toMillis(Long.parseLong(seconds)) : 0;
    }
}
