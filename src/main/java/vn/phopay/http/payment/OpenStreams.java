package vn.phopay.http.payment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.Role;
import vn.phopay.config.StreamConfig;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.identity.ListenerPhoneId;
import vn.phopay.identity.MerchantId;
import vn.phopay.ops.PeriodicJob;

/**
 * The streams of one instance: counts them against their limits, keeps them alive, and ends those whose session is over
 * by one query for all.
 */
public final class OpenStreams {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStreams.class);

    private final StreamConfig limits;
    private final Function<Collection<String>, Future<Set<String>>> liveTokens;
    private final PeriodicJob keepAlive;
    private final PeriodicJob sessionCheck;
    private final Set<PaymentStream> streams = new LinkedHashSet<>();
    private boolean stopping;

    /** No streams yet; {@code liveTokens} tells behind which of some tokens a session still lives. */
    public OpenStreams(Vertx vertx, StreamConfig limits,
            Function<Collection<String>, Future<Set<String>>> liveTokens, MeterRegistry registry) {
        this.limits = limits;
        this.liveTokens = liveTokens;
        this.keepAlive = PeriodicJob.start(vertx, "keep-streams-alive", limits.keepAlive(), this::keepAlive);
        this.sessionCheck =
                PeriodicJob.start(vertx, "check-stream-sessions", limits.sessionCheck(), this::checkSessions);
        Gauge.builder("phopay.streams.open", this, OpenStreams::count)
                .description("Live event streams of this instance")
                .register(registry);
    }

    /** What the settings say. */
    StreamConfig limits() {
        return limits;
    }

    /** Why {@code merchant} may open no further stream now; empty where it may. */
    synchronized Optional<Reply> refusal(MerchantId merchant) {
        if (stopping || streams.size() >= limits.streamsMax()) {
            return Optional.of(Reply.problem(
                    ProblemCode.REQUEST_OVERLOADED, "No further stream can be opened here now.")
                    .retryAfter(limits.retry()));
        }
        long own = streams.stream().filter(stream -> stream.merchant().equals(merchant)).count();
        return own < limits.perMerchantMax()
                ? Optional.empty()
                : Optional.of(Reply.problem(ProblemCode.PAYMENT_STREAMS_FULL,
                        "You have " + own + " streams open; close one first.").retryAfter(limits.retry()));
    }

    /** Takes a stream in, unless it came too late; then it has to end by itself. */
    synchronized boolean add(PaymentStream stream) {
        return refusal(stream.merchant()).isEmpty() && streams.add(stream);
    }

    synchronized void remove(PaymentStream stream) {
        streams.remove(stream);
    }

    /** Ends all streams; their clients go on elsewhere. To be called before servers wait for calls in flight. */
    public Future<Void> stop() {
        synchronized (this) {
            stopping = true;
        }
        all().forEach(stream -> stream.end("stopping"));
        return Future.join(keepAlive.stop(), sessionCheck.stop()).mapEmpty();
    }

    /** The paired phones that listen here now. */
    public Set<ListenerPhoneId> phones() {
        return all().stream().map(PaymentStream::caller)
                .filter(caller -> caller.role() == Role.LISTENER)
                .map(caller -> new ListenerPhoneId(caller.subjectId()))
                .collect(Collectors.toSet());
    }

    private synchronized int count() {
        return streams.size();
    }

    private synchronized List<PaymentStream> all() {
        return new ArrayList<>(streams);
    }

    private Future<Void> keepAlive() {
        all().forEach(PaymentStream::keepAlive);
        return Future.succeededFuture();
    }

    /** Where the database does not answer, streams stay: there is nothing to tell them either. */
    private Future<Void> checkSessions() {
        List<PaymentStream> checked = all();
        if (checked.isEmpty()) {
            return Future.succeededFuture();
        }
        Set<String> tokens = checked.stream().map(PaymentStream::token).collect(Collectors.toSet());
        return liveTokens.apply(tokens)
                .onSuccess(live -> checked.stream()
                        .filter(stream -> !live.contains(stream.token()))
                        .forEach(stream -> stream.end("session-over")))
                .onFailure(fault -> LOG.debug("event=stream_sessions_unchecked fault={}", fault.toString()))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }
}
