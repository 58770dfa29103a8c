package vn.phopay.event;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.event.EventReader.Span;
import vn.phopay.identity.MerchantId;
import vn.phopay.ops.PeriodicJob;

/**
 * Tells the listeners of one instance what was recorded, by one query for all of them every few milliseconds, and none
 * while nobody listens. Nothing is remembered that another instance would have to know: a listener's position is enough
 * to go on anywhere.
 */
public final class EventFeed {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    /** Payments of anybody that one query goes through; the rest of the last one's transaction comes along. */
    private static final int WINDOW_PAYMENTS_MAX = 2_000;
    /** Events that a listener is handed at once when it is behind. */
    private static final int PAGE_ROWS = 200;
    /** Listeners that are behind share these connections, so that a thousand coming back leave room for payments. */
    private static final int PAGES_AT_ONCE = 2;
    private static final long NOBODY_LISTENS = -1;

    private final Pool pool;
    private final EventReader reader;
    private final PeriodicJob job;
    private final Set<EventSubscription> subscriptions = new LinkedHashSet<>();
    private final Queue<Runnable> waitingPages = new ArrayDeque<>();
    private int pagesRead;
    private long fromXid = NOBODY_LISTENS;
    private boolean failing;

    /** A feed that looks every {@code interval}. */
    public EventFeed(Vertx vertx, Pool pool, EventReader reader, Duration interval) {
        this.pool = pool;
        this.reader = reader;
        this.job = PeriodicJob.start(vertx, "event-feed", interval, this::poll);
    }

    /**
     * Where a listener starts.
     *
     * @param merchant whose events
     * @param after it is told what comes after this
     */
    public record Start(MerchantId merchant, EventPosition after, EventListener listener) {}

    /** The place of now: what is recorded from here on comes after it. */
    public Future<EventPosition> now() {
        return reader.horizon(pool).map(EventPosition::startOf);
    }

    /** How old what a listener at {@code position} has not heard may be. */
    public Future<Duration> age(EventPosition position) {
        return reader.age(pool, position);
    }

    /** Tells a listener, on the present context, everything after its position, in order and once. */
    public EventSubscription subscribe(Start start, Context context) {
        EventSubscription subscription = new EventSubscription(start, context, PAGE_ROWS, this::page);
        synchronized (this) {
            subscriptions.add(subscription);
        }
        return subscription;
    }

    /** Tells it no more; to be called on its context. */
    public void unsubscribe(EventSubscription subscription) {
        subscription.close();
        synchronized (this) {
            subscriptions.remove(subscription);
        }
    }

    /** Looks no more and ends every listener. */
    public Future<Void> stop() {
        return job.stop().onComplete(stopped -> present().forEach(EventSubscription::end));
    }

    private Future<?> poll() {
        List<EventSubscription> present = present();
        if (present.isEmpty()) {
            fromXid = NOBODY_LISTENS;
            return Future.succeededFuture();
        }
        return read(present).onSuccess(window -> {
            failing = false;
            fromXid = window.uptoXid();
            present.forEach(subscription -> subscription.advance(window));
        }).otherwise(this::logOnce);
    }

    /** Who comes first, or first again, is behind: it is told how far it may read by itself. */
    private Future<EventWindow> read(List<EventSubscription> present) {
        if (fromXid == NOBODY_LISTENS) {
            return reader.horizon(pool).map(horizon -> new EventWindow(horizon, horizon, List.of()));
        }
        Set<MerchantId> merchants =
                present.stream().map(EventSubscription::merchant).collect(Collectors.toSet());
        return reader.window(pool, fromXid, WINDOW_PAYMENTS_MAX, merchants);
    }

    /** A fault costs time and nothing else: the next look starts where the last good one ended. */
    private EventWindow logOnce(Throwable fault) {
        if (!failing) {
            LOG.warn("event=feed_failing fault={}", fault.toString());
        }
        failing = true;
        return new EventWindow(fromXid, fromXid, List.of());
    }

    private synchronized List<EventSubscription> present() {
        return new ArrayList<>(subscriptions);
    }

    private Future<List<MerchantEvent>> page(Span span, Context context) {
        Promise<List<MerchantEvent>> page = Promise.promise();
        Runnable read = () -> reader.after(pool, span).onComplete(done -> {
            nextPage();
            context.runOnContext(ignored -> page.handle(done));
        });
        synchronized (this) {
            if (pagesRead == PAGES_AT_ONCE) {
                waitingPages.add(read);
                return page.future();
            }
            pagesRead++;
        }
        read.run();
        return page.future();
    }

    private void nextPage() {
        Runnable next;
        synchronized (this) {
            next = waitingPages.poll();
            if (next == null) {
                pagesRead--;
                return;
            }
        }
        next.run();
    }
}
