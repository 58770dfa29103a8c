package vn.phopay.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vn.phopay.access.AuditLog;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.config.WebhookConfig;
import vn.phopay.identity.IdSource;
import vn.phopay.ops.PeriodicJob;

/** Webhooks of one instance: what owners do with them, and the jobs that make and send deliveries. */
public final class Webhooks {
    private static final Duration METRICS_INTERVAL = Duration.ofSeconds(5);
    private static final Duration BURY_INTERVAL = Duration.ofMinutes(1);
    private static final int BURIED_AT_ONCE = 1_000;
    private static final int LOOK_UPS_AT_ONCE = 8;

    private final Parts parts;
    private final WebhookConfig config;
    private final RetrySchedule schedule;
    private final AddressRules rules;
    private final WebhookClient client;
    private final WebhookMetrics metrics;
    private final RelayEvents relay;
    private final SendDeliveries send;
    private final List<PeriodicJob> jobs = new ArrayList<>();

    /** Webhooks that look names up by {@code resolver}; {@link #start()} lets them flow. */
    public Webhooks(Parts parts, WebhookConfig config, HostResolver resolver) {
        this.parts = parts;
        this.config = config;
        this.schedule = new RetrySchedule(config.retry(), new SecureRandom());
        this.rules = new AddressRules(config.allowLoopback());
        this.client = new WebhookClient(parts.vertx(), resolver, rules, config.sending());
        this.metrics = new WebhookMetrics(parts.registry(), parts.clock());
        this.relay = new RelayEvents(parts.pool(), schedule, parts.ids(), parts.clock());
        this.send = new SendDeliveries(
                new SendDeliveries.Parts(parts.pool(), parts.threads(), client, schedule, parts.ids(), metrics),
                config.sending(), parts.clock());
    }

    /** What they need of the service. */
    public record Parts(
            Vertx vertx,
            Pool pool,
            VirtualThreads threads,
            AuditLog audit,
            IdSource ids,
            Clock clock,
            MeterRegistry registry) {}

    /** As the service has them, with the system's own look-up of names. */
    public static Webhooks of(Parts parts, WebhookConfig config) {
        return new Webhooks(parts, config, HostResolver.ofSystem(parts.vertx(), LOOK_UPS_AT_ONCE));
    }

    /** Starts the jobs. */
    public Webhooks start() {
        QueueStore queues = new QueueStore();
        every("webhook-relay", config.interval(), relay::relay);
        every("webhook-send", config.interval(), send::claim);
        every("webhook-metrics", METRICS_INTERVAL, () -> metrics.read(parts.pool()));
        every("webhook-purge", BURY_INTERVAL, purge()::purge);
        every("webhook-bury", BURY_INTERVAL,
                () -> queues.buryOverdue(parts.pool(), parts.clock().instant(), BURIED_AT_ONCE));
        return this;
    }

    /** Forgets old deliveries, as its job does. */
    public PurgeDeliveries purge() {
        return new PurgeDeliveries(parts.pool(), config.keep(), parts.clock());
    }

    /** What owners do with endpoints. */
    public ManageEndpoints manage() {
        ManageEndpoints.Limits limits =
                new ManageEndpoints.Limits(config.endpointsMax(), config.secretOverlap(), rules);
        return new ManageEndpoints(limits, parts.audit(), parts.ids(), parts.clock());
    }

    /** What owners do with deliveries. */
    public ReplayDeliveries replay() {
        return new ReplayDeliveries(schedule, parts.audit(), parts.ids(), parts.clock());
    }

    /** Makes the deliveries of what was committed, as its job does. */
    public RelayEvents relay() {
        return relay;
    }

    /** Sends what is due, as its job does. */
    public SendDeliveries send() {
        return send;
    }

    /** Takes nothing more; completes when what is in flight is marked. */
    public Future<Void> stop() {
        return Future.join(jobs.stream().map(PeriodicJob::stop).toList())
                .eventually(send::stop)
                .eventually(client::close)
                .mapEmpty();
    }

    private void every(String name, Duration interval, Supplier<Future<?>> work) {
        jobs.add(PeriodicJob.start(parts.vertx(), name, interval, work));
    }
}
