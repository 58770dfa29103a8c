package vn.phopay.payment;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.payment.FlushQueue.Entry;
import vn.phopay.payment.FlushQueue.Leader;

/**
 * Records the facts of many concurrent calls in common transactions on one dedicated connection: a flush starts at once
 * when the writer is idle, and while one is in flight the next one collects. So latency is low when it is quiet, and
 * batches are big when it is busy, without a timer. Its future completes only after COMMIT.
 *
 * <p>A flush that breaks a constraint is repeated fact by fact, so that the bad one harms no other.
 */
public final class PaymentWriter {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentWriter.class);
    private static final int ATTEMPTS_MAX = 3;

    private final Context context;
    private volatile @Nullable Thread thread;
    private final PaymentFlush flush;
    private final WriterSettings settings;
    private final WriterLoad load;
    private final FlushQueue queue = new FlushQueue();
    private final WriterConnection connection;
    private final Vertx vertx;
    private final WriterMetrics metrics;
    private final Promise<Void> drained = Promise.promise();
    private boolean flushing;
    private boolean scheduled;
    private boolean stopped;

    /** A writer that lives on {@code context}; {@link #start()} connects it. */
    PaymentWriter(
            Context context, PgConnectOptions options, PaymentFlush flush, WriterSettings settings,
            WriterMetrics metrics) {
        this.context = context;
        this.vertx = context.owner();
        this.flush = flush;
        this.settings = settings;
        this.metrics = metrics;
        this.load = new WriterLoad(settings);
        this.connection = new WriterConnection(vertx, options);
        metrics.watch(load);
    }

    /** Connects; fails where the database cannot be reached now. */
    Future<Void> start() {
        return onContext(() -> {
            thread = Thread.currentThread();
            return connection.connect();
        });
    }

    /** Whether the calling thread is this writer's own event loop: then nothing has to change threads. */
    boolean isOnItsThread() {
        return Thread.currentThread() == thread;
    }

    /** Whether a delivery would be let in; may be asked from any thread, before its body is read. */
    public boolean accepts() {
        return connection.isOpen() && load.hasRoom();
    }

    /**
     * Records {@code facts} and completes, on the caller's context, with an outcome each, in their order. Fails with
     * {@link DatabaseUnavailableException} where there is no room or no database: then the delivery must be sent again.
     */
    public Future<List<RecordOutcome>> submit(Delivery delivery, List<PaymentFact> facts) {
        if (!connection.isOpen() || !load.enter(delivery, facts.size())) {
            return Future.failedFuture(new DatabaseUnavailableException());
        }
        PendingDelivery pending = new PendingDelivery(delivery, facts.size());
        Future<List<RecordOutcome>> answer = pending.future();
        if (isOnItsThread()) {
            enqueue(pending, facts);
        } else {
            context.runOnContext(ignored -> enqueue(pending, facts));
        }
        return answer.andThen(done -> load.leave(delivery, facts.size()));
    }

    /** Runs the whole way of {@code facts} in a transaction that is rolled back, so that the first real one is fast. */
    Future<Void> warmUp(List<Delivery> deliveries, List<PaymentFact> facts) {
        return onContext(() -> connection.dryRun(transaction -> flush.run(transaction, deliveries, facts)));
    }

    /** Records what waits, then closes the connection. */
    Future<Void> stop() {
        return onContext(() -> {
            stopped = true;
            endIfDrained();
            return drained.future().compose(done -> connection.close());
        });
    }

    private void enqueue(PendingDelivery pending, List<PaymentFact> facts) {
        for (int i = 0; i < facts.size(); i++) {
            queue.add(new Entry(facts.get(i), pending, i));
        }
        metrics.workArrived(pending.delivery().receivedAt().toEpochMilli());
        schedule();
    }

    /** Not at once: what else arrived in the same turn of the event loop comes along. */
    private void schedule() {
        if (flushing || scheduled) {
            return;
        }
        scheduled = true;
        if (settings.flushWindowMs() > 0) {
            vertx.setTimer(settings.flushWindowMs(), ignored -> flushNow());
        } else {
            context.runOnContext(ignored -> flushNow());
        }
    }

    private void flushNow() {
        scheduled = false;
        if (flushing) {
            return;
        }
        List<Leader> leaders = queue.take(settings.flushRowsMax());
        if (leaders.isEmpty()) {
            endIfDrained();
            return;
        }
        flushing = true;
        Runnable ended = metrics.flushStarted(leaders.size());
        record(leaders, 1).onComplete(result -> {
            ended.run();
            flushing = false;
            metrics.flushEnded(queue.oldestReceivedAtMs());
            // The next flush starts before the clients of this one are answered: the database need not wait for that.
            if (queue.size() >= settings.flushRowsMax() || settings.flushWindowMs() == 0 && !queue.isEmpty()) {
                flushNow();
            } else if (!queue.isEmpty()) {
                schedule();
            }
            if (result.failed()) {
                fail(leaders, result.cause());
            } else {
                answer(leaders, result.result());
            }
            endIfDrained();
        });
    }

    private Future<List<RecordOutcome>> record(List<Leader> leaders, int attempt) {
        List<PaymentFact> facts = leaders.stream().map(leader -> leader.entry().fact()).toList();
        List<Delivery> deliveries = unkept(leaders);
        return connection.inTransaction(transaction -> flush.run(transaction, deliveries, facts))
                .recover(fault -> recordAgain(leaders, fault, attempt));
    }

    private Future<List<RecordOutcome>> recordAgain(List<Leader> leaders, Throwable fault, int attempt) {
        String sqlState = fault instanceof PgException refused ? refused.getSqlState() : "";
        if (isOfOneFact(sqlState)) {
            return leaders.size() == 1 ? notRecorded((PgException) fault) : oneByOne(leaders);
        }
        if (isWorthRepeating(sqlState) && attempt < ATTEMPTS_MAX) {
            return record(leaders, attempt + 1);
        }
        LOG.warn("flush failed rows={} sqlState={} fault={}", leaders.size(), sqlState, fault.toString());
        return Future.failedFuture(new DatabaseUnavailableException());
    }

    /** Classes 22 (data) and 23 (constraint): one fact is at fault, and the others must not suffer for it. */
    private static boolean isOfOneFact(String sqlState) {
        return sqlState.startsWith("22") || sqlState.startsWith("23");
    }

    /** 40001 serialization failure and 40P01 deadlock: nothing was kept and the same may go through now. */
    private static boolean isWorthRepeating(String sqlState) {
        return sqlState.equals("40001") || sqlState.equals("40P01");
    }

    private static Future<List<RecordOutcome>> notRecorded(PgException fault) {
        String constraint = Optional.ofNullable(fault.getConstraint()).orElse("sqlstate " + fault.getSqlState());
        LOG.error("payment refused by the database constraint={}", constraint);
        return Future.succeededFuture(List.of(new RecordOutcome.NotRecorded(constraint)));
    }

    private Future<List<RecordOutcome>> oneByOne(List<Leader> leaders) {
        Future<List<RecordOutcome>> all = Future.succeededFuture(new ArrayList<>(leaders.size()));
        for (Leader leader : leaders) {
            all = all.compose(outcomes -> record(List.of(leader), 1).map(one -> {
                outcomes.addAll(one);
                return outcomes;
            }));
        }
        return all;
    }

    private static List<Delivery> unkept(List<Leader> leaders) {
        List<Delivery> deliveries = new ArrayList<>();
        Set<PendingDelivery> seen = new HashSet<>();
        for (Leader leader : leaders) {
            addUnkept(leader.entry(), seen, deliveries);
            leader.followers().forEach(follower -> addUnkept(follower, seen, deliveries));
        }
        return deliveries;
    }

    private static void addUnkept(Entry entry, Set<PendingDelivery> seen, List<Delivery> deliveries) {
        if (!entry.pending().isKept() && seen.add(entry.pending())) {
            deliveries.add(entry.pending().delivery());
        }
    }

    private static void answer(List<Leader> leaders, List<RecordOutcome> outcomes) {
        for (int i = 0; i < leaders.size(); i++) {
            Leader leader = leaders.get(i);
            RecordOutcome outcome = outcomes.get(i);
            leader.entry().pending().markKept();
            leader.entry().resolve(outcome);
            for (Entry follower : leader.followers()) {
                follower.pending().markKept();
                follower.resolve(copyOf(outcome));
            }
        }
    }

    /** What a copy of a fact is answered: that the fact was told before. */
    private static RecordOutcome copyOf(RecordOutcome outcome) {
        return switch (outcome) {
            case RecordOutcome.Recorded first -> new RecordOutcome.AlreadyRecorded(first.payment(), first.outcome());
            case RecordOutcome.AlreadyRecorded same -> same;
            case RecordOutcome.ConflictingDuplicate same -> same;
            case RecordOutcome.NotRecorded same -> same;
        };
    }

    private static void fail(List<Leader> leaders, Throwable fault) {
        for (Leader leader : leaders) {
            leader.entry().pending().fail(fault);
            leader.followers().forEach(follower -> follower.pending().fail(fault));
        }
    }

    private void endIfDrained() {
        if (!flushing && queue.isEmpty() && stopped) {
            drained.tryComplete();
        }
    }

    private <T> Future<T> onContext(Supplier<Future<T>> work) {
        if (isOnItsThread()) {
            return work.get();
        }
        Promise<T> promise = Promise.promise();
        context.runOnContext(ignored -> work.get().onComplete(promise));
        return promise.future();
    }
}
