package vn.phopay.payment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vn.phopay.identity.IdSource;
import vn.phopay.reconciliation.CaseStore;

/**
 * The service's writers, each with its own connection, queue and event loop. A delivery goes to the writer on the event
 * loop that received it, so that neither it nor its answer changes threads.
 */
public final class PaymentWriters {
    private final List<PaymentWriter> writers;
    private final Supplier<PaymentFlush> flushes;

    private PaymentWriters(List<PaymentWriter> writers, Supplier<PaymentFlush> flushes) {
        this.writers = List.copyOf(writers);
        this.flushes = flushes;
    }

    /**
     * What writers are made of.
     *
     * @param database where payments are recorded
     * @param count how many writers
     * @param limits of each of them
     * @param lateRule until when a request takes a payment
     */
    public record Plan(PgConnectOptions database, int count, WriterSettings limits, LateRule lateRule) {}

    /** Opens and connects them. */
    public static Future<PaymentWriters> open(
            Vertx vertx, Plan plan, Clock clock, MeterRegistry registry) {
        IdSource ids = new IdSource(clock);
        Supplier<PaymentFlush> flushes =
                () -> new PaymentFlush(new Matching(plan.lateRule()), new CaseStore(), ids, clock);
        List<Future<PaymentWriter>> opened = new ArrayList<>();
        for (int i = 0; i < plan.count(); i++) {
            Tags tags = Tags.of("writer", Integer.toString(i));
            opened.add(context(vertx).compose(context -> {
                WriterMetrics metrics = new WriterMetrics(registry, tags, clock);
                PaymentWriter writer =
                        new PaymentWriter(context, plan.database(), flushes.get(), plan.limits(), metrics);
                return writer.start().map(writer);
            }));
        }
        return Future.all(opened).map(all -> new PaymentWriters(all.list(), flushes));
    }

    /** The writer on the caller's own event loop; where there is none, the writer of that bank. */
    public PaymentWriter of(String bankCode) {
        for (PaymentWriter writer : writers) {
            if (writer.isOnItsThread()) {
                return writer;
            }
        }
        return writers.get(Math.floorMod(bankCode.hashCode(), writers.size()));
    }

    /** Whether every writer would let a delivery in. */
    public boolean accept() {
        return writers.stream().allMatch(PaymentWriter::accepts);
    }

    /** All writers. */
    public List<PaymentWriter> all() {
        return writers;
    }

    /** A flush by the writers' own rules for a connection of the caller's; whoever makes it uses it alone. */
    PaymentFlush newFlush() {
        return flushes.get();
    }

    /** Records what waits, then closes the connections. */
    public Future<Void> stop() {
        return Future.join(writers.stream().map(PaymentWriter::stop).toList()).mapEmpty();
    }

    private static Future<Context> context(Vertx vertx) {
        Promise<Context> started = Promise.promise();
        return vertx.deployVerticle(new AbstractVerticle() {
            @Override
            public void start() {
                started.complete(context);
            }
        }).compose(id -> started.future());
    }
}
