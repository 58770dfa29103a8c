package vn.phopay.http.payment;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.Principal;
import vn.phopay.event.EventFeed;
import vn.phopay.event.EventListener;
import vn.phopay.event.EventPosition;
import vn.phopay.event.EventSubscription;
import vn.phopay.event.MerchantEvent;
import vn.phopay.identity.MerchantId;

/**
 * One client's stream of Server-Sent Events (WHATWG HTML section 9.2). What it cannot take yet stays in the database:
 * here wait at most one page and what the socket holds. A client that takes nothing for too long is cut, and resumes.
 */
final class PaymentStream implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentStream.class);
    private static final int QUEUE_BYTES_MAX = 65_536;

    private final OpenStreams streams;
    private final EventFeed feed;
    private final Opening opening;
    private final HttpServerResponse response;
    private final Context context;
    private @Nullable EventSubscription subscription;
    private long stalledSinceNs;
    private boolean stalled;
    private boolean ended;

    private PaymentStream(OpenStreams streams, EventFeed feed, Opening opening, HttpServerResponse response) {
        this.streams = streams;
        this.feed = feed;
        this.opening = opening;
        this.response = response;
        this.context = Vertx.currentContext();
    }

    /**
     * Who listens from where.
     *
     * @param merchant whose events
     * @param caller who listens
     * @param token the session's, looked at again and again
     * @param after the place after which it listens
     * @param teller what it is told of an event
     */
    record Opening(
            MerchantId merchant, Principal caller, String token, EventPosition after, EventTeller teller) {}

    /** Opens it on the connection's context, and ends it at once where its limits were reached meanwhile. */
    static void open(OpenStreams streams, EventFeed feed, Opening opening, HttpServerResponse response) {
        PaymentStream stream = new PaymentStream(streams, feed, opening, response);
        if (streams.add(stream)) {
            stream.start();
        } else {
            response.end();
        }
    }

    MerchantId merchant() {
        return opening.merchant();
    }

    Principal caller() {
        return opening.caller();
    }

    String token() {
        return opening.token();
    }

    private void start() {
        response.setWriteQueueMaxSize(QUEUE_BYTES_MAX);
        response.drainHandler(drained -> goOn());
        response.closeHandler(closed -> leave());
        response.exceptionHandler(broken -> leave());
        response.write("retry: " + streams.limits().retry().toMillis() + "\nid: " + opening.after() + "\n\n");
        subscription = feed.subscribe(new EventFeed.Start(opening.merchant(), opening.after(), this), context);
    }

    @Override
    public boolean take(List<MerchantEvent> events) {
        Buffer page = Buffer.buffer();
        for (MerchantEvent event : events) {
            opening.teller().tell(event).ifPresent(data -> page
                    .appendString("event: payment\nid: ").appendString(event.position().toString())
                    .appendString("\ndata: ").appendString(data.encode())
                    .appendString("\n\n"));
        }
        if (page.length() > 0) {
            response.write(page);
        }
        stalled = response.writeQueueFull();
        stalledSinceNs = System.nanoTime();
        return !stalled;
    }

    @Override
    public void end() {
        end("stopping");
    }

    /** Ends the answer in order, from any thread. */
    void end(String why) {
        context.runOnContext(ignored -> {
            if (!ended) {
                LOG.info("event=stream_ended why={} merchantId={}", why, opening.merchant());
                leave();
                response.end();
            }
        });
    }

    /** A sign of life that also tells where to resume, so that who heard nothing for hours need not search for it. */
    void keepAlive() {
        context.runOnContext(ignored -> {
            EventSubscription heard = subscription;
            if (ended || heard == null) {
                return;
            }
            if (!stalled) {
                response.write(": keep-alive\nid: " + heard.position() + "\n\n");
            } else if (System.nanoTime() - stalledSinceNs > streams.limits().stall().toNanos()) {
                LOG.info("event=stream_ended why=too-slow merchantId={}", opening.merchant());
                leave();
                response.reset();
            }
        });
    }

    private void goOn() {
        EventSubscription heard = subscription;
        if (stalled && heard != null && !ended) {
            stalled = false;
            heard.resume();
        }
    }

    private void leave() {
        if (!ended) {
            ended = true;
            streams.remove(this);
            EventSubscription heard = subscription;
            if (heard != null) {
                feed.unsubscribe(heard);
            }
        }
    }
}
