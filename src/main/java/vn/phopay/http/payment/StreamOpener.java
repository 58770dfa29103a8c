package vn.phopay.http.payment;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import vn.phopay.event.EventFeed;
import vn.phopay.event.EventPosition;
import vn.phopay.event.MerchantEvent;
import vn.phopay.http.Authenticated;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.payment.PaymentStream.Opening;
import vn.phopay.identity.MerchantId;

/**
 * Answers a call by a stream of its merchant's events, from now on or from after {@code Last-Event-ID};
 * {@code ?lastEventId=} does the same for clients that cannot set the header.
 */
public final class StreamOpener {
    private static final String MEDIA_TYPE = "text/event-stream";
    private static final String HEADER = "last-event-id";
    private static final String PARAMETER = "lastEventId";

    private final EventFeed feed;
    private final OpenStreams streams;

    /** Streams what {@code feed} tells, within the limits of {@code streams}. */
    public StreamOpener(EventFeed feed, OpenStreams streams) {
        this.feed = feed;
        this.streams = streams;
    }

    /**
     * The moment a stream was opened, in the order of events.
     *
     * @param resumed whether the client named where it stopped listening
     */
    public record Opened(EventPosition at, boolean resumed) {
        /** Whether the client missed {@code event}: it was recorded while the client was away. */
        public boolean isMissed(MerchantEvent event) {
            return resumed && event.position().xid() < at.xid();
        }
    }

    /** The place of now: a stream opened after it tells what is recorded from here on. */
    public Future<EventPosition> now() {
        return feed.now();
    }

    /** Opens a stream of {@code merchant}, which lives as long as the session of {@code call}. */
    public Future<Reply> open(Call call, MerchantId merchant, Function<Opened, EventTeller> tellers) {
        Optional<EventPosition> last = lastHeard(call);
        Optional<Reply> refusal = streams.refusal(merchant);
        if (refusal.isPresent()) {
            return Future.succeededFuture(refusal.get());
        }
        String token = Authenticated.tokenOf(call).orElseThrow();
        return feed.now().compose(now -> last.map(place -> known(place, now)).orElse(Future.succeededFuture(now))
                .map(start -> new Opening(merchant, call.principal(), token, start,
                        tellers.apply(new Opened(now, last.isPresent()))))
                .map(opening -> Reply.streaming(
                        MEDIA_TYPE, response -> PaymentStream.open(streams, feed, opening, response))));
    }

    private static Optional<EventPosition> lastHeard(Call call) {
        return call.header(HEADER).filter(text -> !text.isBlank()).or(() -> call.queryParameter(PARAMETER))
                .map(text -> EventPosition.parse(text.strip()).orElseThrow(() -> unknown()));
    }

    /** A place ahead of everything can only come from another database, or from this one before it was restored. */
    private Future<EventPosition> known(EventPosition place, EventPosition now) {
        if (place.xid() > now.xid()) {
            return Future.failedFuture(unknown());
        }
        Duration window = streams.limits().resumeWindow();
        return feed.age(place).map(age -> {
            if (age.compareTo(window) > 0) {
                throw ProblemException.ofField("Last-Event-ID",
                        "is older than " + window.toHours() + " hours; leave it out, and read the list");
            }
            return place;
        });
    }

    private static ProblemException unknown() {
        return ProblemException.ofField("Last-Event-ID",
                "is no id that this service gave out; leave it out to listen from now on, and read the list");
    }
}
