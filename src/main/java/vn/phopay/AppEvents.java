package vn.phopay;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import vn.phopay.config.StreamConfig;
import vn.phopay.event.EventFeed;
import vn.phopay.event.EventReader;
import vn.phopay.http.Endpoint;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.payment.OpenStreams;
import vn.phopay.http.payment.StreamOpener;
import vn.phopay.http.payment.StreamPayments;
import vn.phopay.http.webhook.CreateWebhookEndpoint;
import vn.phopay.http.webhook.DeleteWebhookEndpoint;
import vn.phopay.http.webhook.GetWebhookDeliveries;
import vn.phopay.http.webhook.GetWebhookDelivery;
import vn.phopay.http.webhook.GetWebhookEndpoint;
import vn.phopay.http.webhook.GetWebhookEndpoints;
import vn.phopay.http.webhook.PatchWebhookEndpoint;
import vn.phopay.http.webhook.PostWebhookDeliveryReplay;
import vn.phopay.http.webhook.PostWebhookPing;
import vn.phopay.http.webhook.PostWebhookReplay;
import vn.phopay.http.webhook.RotateWebhookSecret;
import vn.phopay.ops.PeriodicJob;
import vn.phopay.webhook.ManageEndpoints;
import vn.phopay.webhook.ReadWebhooks;
import vn.phopay.webhook.ReplayDeliveries;
import vn.phopay.webhook.Webhooks;

/** Wires what merchants are told: live streams, and webhooks. */
final class AppEvents {
    private static final Duration NOTE_HEARD_INTERVAL = Duration.ofMinutes(1);

    private final EventFeed feed;
    private final OpenStreams streams;
    private final StreamOpener opener;
    private final PeriodicJob noteHeard;
    private final Webhooks webhooks;
    private final AppParts parts;

    private AppEvents(AppParts parts, EventFeed feed, OpenStreams streams, Webhooks webhooks) {
        this.parts = parts;
        this.feed = feed;
        this.streams = streams;
        this.opener = new StreamOpener(feed, streams);
        this.noteHeard = PeriodicJob.start(parts.vertx(), "note-listeners", NOTE_HEARD_INTERVAL,
                () -> parts.listenerPhones().noteHeard(parts.pool(), streams.phones()));
        this.webhooks = webhooks;
    }

    static AppEvents start(AppParts parts) {
        StreamConfig config = parts.config().stream();
        EventFeed feed = new EventFeed(parts.vertx(), parts.pool(), new EventReader(), config.pollInterval());
        OpenStreams streams = new OpenStreams(parts.vertx(), config, parts.sessions()::live, parts.registry());
        Webhooks.Parts webhookParts = new Webhooks.Parts(parts.vertx(), parts.pool(), parts.background(), parts.audit(),
                parts.ids(), parts.clock(), parts.registry());
        return new AppEvents(parts, feed, streams, Webhooks.of(webhookParts, parts.config().webhook()).start());
    }

    List<Endpoint> endpoints() {
        ReadWebhooks read = new ReadWebhooks();
        return List.of(
                new StreamPayments(opener),
                new GetWebhookEndpoints(read, parts.pool()),
                new GetWebhookEndpoint(read, parts.pool()),
                new GetWebhookDeliveries(read, parts.pool()),
                new GetWebhookDelivery(read, parts.pool()));
    }

    List<TransactionalEndpoint> transactional() {
        ManageEndpoints manage = webhooks.manage();
        ReplayDeliveries replay = webhooks.replay();
        return List.of(
                new CreateWebhookEndpoint(manage),
                new PatchWebhookEndpoint(manage),
                new DeleteWebhookEndpoint(manage),
                new RotateWebhookSecret(manage),
                new PostWebhookPing(replay),
                new PostWebhookDeliveryReplay(replay),
                new PostWebhookReplay(replay));
    }

    /** Opens streams of payments. */
    StreamOpener opener() {
        return opener;
    }

    /** Ends the streams, which would else be calls in flight for ever. */
    Future<Void> stopStreams() {
        return noteHeard.stop().eventually(streams::stop).eventually(feed::stop);
    }

    /** Sends nothing more; what is in flight is waited for. */
    Future<Void> stopWebhooks() {
        return webhooks.stop();
    }
}
