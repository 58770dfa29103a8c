package vn.phopay;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.EnsureFirstAdmin;
import vn.phopay.access.PasswordHasher;
import vn.phopay.bank.standard.StandardDialect;
import vn.phopay.config.AppConfig;
import vn.phopay.config.CallbackConfig;
import vn.phopay.config.HttpConfig;
import vn.phopay.db.Database;
import vn.phopay.http.ApiRouter;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.HttpVerticle;
import vn.phopay.identity.IdSource;
import vn.phopay.payment.WarmUp;

/**
 * One running service. It opens its parts in the order in which they need each other, and closes them in the reverse
 * one: stop accepting, finish what is in flight, record what waits, close the pool, then the database.
 */
public final class App {
    private static final Logger LOG = LoggerFactory.getLogger(App.class);
    /** To Vert.x 0 means a random port a server; a negative number, one random port for all servers that name it. */
    private static final int SHARED_RANDOM_PORT = -1;

    private final AppParts parts;
    private final AppJobs jobs;
    private final AppEvents events;
    private final List<Endpoint> endpoints;
    private final EnsureFirstAdmin.Result firstAdmin;
    private final List<String> deployments = new ArrayList<>();
    private int port;

    private App(AppParts parts, List<Endpoint> endpoints, AppEvents events, EnsureFirstAdmin.Result firstAdmin) {
        this.parts = parts;
        this.events = events;
        this.endpoints = endpoints;
        this.jobs = AppJobs.start(parts);
        this.firstAdmin = firstAdmin;
    }

    /**
     * Opens and starts everything; completes once callbacks are accepted. Fails, with everything closed again, on a
     * database that is not durable, a schema it does not know, a sample key outside demo, or a port in use.
     */
    public static Future<App> start(Vertx vertx, AppConfig config, Clock clock, boolean demo) {
        return start(vertx, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), config, clock, demo);
    }

    /** As {@link #start(Vertx, AppConfig, Clock, boolean)}, with the registry that {@code vertx} tells its pools to. */
    public static Future<App> start(
            Vertx vertx, PrometheusMeterRegistry registry, AppConfig config, Clock clock, boolean demo) {
        return Database.open(vertx, config)
                .compose(database -> AppParts.open(vertx, config, clock, registry, database)
                        .compose(parts -> start(parts, demo))
                        .recover(fault -> database.close().transform(closed -> Future.failedFuture(fault))));
    }

    private static Future<App> start(AppParts parts, boolean demo) {
        if (!demo) {
            SampleKeyGuard.check(parts.keyRing());
        }
        PasswordHasher hasher = parts.passwordHasher();
        AppEvents events = AppEvents.start(parts);
        List<Endpoint> endpoints = AppEndpoints.of(parts, hasher, events, demo);
        return new EnsureFirstAdmin(parts.pool(), parts.staffParts(hasher), parts.clock())
                .ensure(parts.config().access().admin())
                .map(admin -> new App(parts, endpoints, events, admin))
                .compose(app -> app.warmUp().compose(warm -> app.listen()).map(app))
                .onFailure(fault -> events.stopStreams().eventually(events::stopWebhooks));
    }

    /** Before the port is open, so that whoever is let in finds the hot path compiled. */
    private Future<Void> warmUp() {
        CallbackConfig callback = parts.config().callback();
        StandardDialect dialect = new StandardDialect(callback.tolerance(), callback.transactionsMax());
        return new WarmUp(parts.writers(), dialect, parts.clock()).run(callback.warmUpFlushes());
    }

    private Future<Void> listen() {
        HttpConfig http = parts.config().http();
        Future<HttpVerticle> all = deploy();
        for (int i = 1; i < http.eventLoops(); i++) {
            all = all.compose(before -> deploy());
        }
        return all.map(last -> {
            port = last.port();
            LOG.info("event=listening host={} port={}", http.host(), port);
            return null;
        });
    }

    private Future<HttpVerticle> deploy() {
        HttpConfig http = parts.config().http();
        HttpServerOptions options = HttpVerticle.standardOptions()
                .setHost(http.host())
                .setPort(http.port() == 0 ? SHARED_RANDOM_PORT : http.port());
        IdSource ids = parts.ids();
        ApiRouter router = new ApiRouter(parts.clock(), () -> ids.next().toString());
        HttpVerticle verticle = new HttpVerticle(
                options, vertx -> router.build(vertx, endpoints), http.shutdownTimeout().toMillis());
        return parts.vertx().deployVerticle(verticle, new DeploymentOptions())
                .onSuccess(deployments::add)
                .map(verticle);
    }

    /** The port that is listened on; useful where 0 asked for any free one. */
    public int port() {
        return port;
    }

    /** What became of the first administrator; a random password is to be printed once. */
    public EnsureFirstAdmin.Result firstAdmin() {
        return firstAdmin;
    }

    /** Every registered route, for the test that holds the documents against it. */
    public List<EndpointSpec> routes() {
        return endpoints.stream().map(Endpoint::spec).toList();
    }

    /** Reads banks and their keys again now, which a job does every second. */
    public Future<Void> refreshBanks() {
        return parts.banks().refresh();
    }

    /** The parts, for what runs inside this process beside it, such as the demo. */
    AppParts parts() {
        return parts;
    }

    /** Completes when the embedded database ended by itself: this process is of no more use then. */
    public Future<Void> databaseLost() {
        return parts.database().serverLost();
    }

    /** Stops accepting, finishes what is in flight, records what waits, closes the pool, then the database. */
    public Future<Void> stop() {
        LOG.info("event=stopping");
        return events.stopStreams()
                .eventually(() -> Future.join(deployments.stream().map(parts.vertx()::undeploy).toList()))
                .eventually(jobs::stop)
                .eventually(events::stopWebhooks)
                .eventually(() -> parts.writers().stop())
                .eventually(() -> parts.database().close())
                .<Void>mapEmpty()
                .onComplete(done -> LOG.info("event=stopped"));
    }
}
