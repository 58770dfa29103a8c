package vn.phopay.event;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiFunction;
import vn.phopay.event.EventReader.Span;
import vn.phopay.identity.MerchantId;

/**
 * One listener's way through its merchant's events. While it has heard everything it is handed what the feed reads for
 * all; while it is behind, because it comes back or had no room, it reads its own pages. Which of the two is decided by
 * its position alone, so that there is neither gap nor repeat between them.
 *
 * <p>Everything but {@link #merchant()} happens on the listener's context.
 */
public final class EventSubscription {
    private final MerchantId merchant;
    private final EventListener listener;
    private final Context context;
    private final BiFunction<Span, Context, Future<List<MerchantEvent>>> pages;
    private final int pageRows;
    private EventPosition position;
    private long uptoXid;
    private boolean reading;
    private boolean held;
    private boolean closed;

    EventSubscription(EventFeed.Start start, Context context, int pageRows,
            BiFunction<Span, Context, Future<List<MerchantEvent>>> pages) {
        this.merchant = start.merchant();
        this.position = start.after();
        this.listener = start.listener();
        this.context = context;
        this.pageRows = pageRows;
        this.pages = pages;
    }

    MerchantId merchant() {
        return merchant;
    }

    /** Everything up to here was handed to the listener: where it may go on later, on any instance. */
    public EventPosition position() {
        return position;
    }

    /** Says that there is room again. */
    public void resume() {
        held = false;
        read();
    }

    /** Hears no more. */
    void close() {
        closed = true;
    }

    /** Hands over what the feed read for all, or learns how far it may read by itself. */
    void advance(EventWindow window) {
        context.runOnContext(ignored -> {
            boolean current = !closed && !reading && !held && position.equals(EventPosition.startOf(window.fromXid()));
            uptoXid = Math.max(uptoXid, window.uptoXid());
            if (current) {
                hand(window.events().stream().filter(event -> event.merchant().equals(merchant)).toList());
                position = EventPosition.startOf(window.uptoXid());
            } else {
                read();
            }
        });
    }

    void end() {
        context.runOnContext(ignored -> {
            if (!closed) {
                closed = true;
                listener.end();
            }
        });
    }

    private void read() {
        if (closed || reading || held || position.xid() >= uptoXid) {
            return;
        }
        reading = true;
        long upto = uptoXid;
        pages.apply(new Span(merchant, position, upto, pageRows), context).onComplete(page -> {
            reading = false;
            // After a fault the next window asks again.
            if (page.succeeded() && !closed) {
                hand(page.result());
                if (page.result().size() < pageRows) {
                    position = EventPosition.startOf(upto);
                }
                read();
            }
        });
    }

    private void hand(List<MerchantEvent> events) {
        if (!events.isEmpty()) {
            position = events.getLast().position();
            held = !listener.take(events);
        }
    }
}
