package vn.phopay.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.phopay.App;
import vn.phopay.Demo;
import vn.phopay.access.EnsureFirstAdmin;
import vn.phopay.config.AppConfig;
import vn.phopay.config.ConfigException;
import vn.phopay.config.ConfigPrinter;

/** {@code serve}: the service itself, until SIGTERM or SIGINT. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the service until it is asked to stop (SIGTERM, Ctrl-C).",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {"0:stopped as asked", "1:could not start, or its database ended", ExitCode.WRONG_USE_TEXT})
public final class ServeCommand implements Callable<Integer> {
    /** Stopping waits for requests in flight, and then for the database; longer than both. */
    private static final long STOP_TIMEOUT_SECONDS = 60;

    private final AtomicReference<@Nullable Demo> runningDemo = new AtomicReference<>();
    private volatile int exitCode = ExitCode.DONE;

    @Option(names = "--demo", description = "With a demo city, its logins, and a live stream of simulated callbacks.")
    private boolean demo;

    @Option(names = "--print-config", description = "Prints the effective settings, secrets masked, and ends.")
    private boolean printConfig;

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file with PHOPAY_… settings.")
    private @Nullable Path propertiesFile;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        AppConfig config;
        try {
            config = AppConfig.load(System.getenv(), propertiesFile);
        } catch (ConfigException e) {
            err().println(e.getMessage());
            return ExitCode.WRONG_USE;
        }
        if (printConfig) {
            out().print(ConfigPrinter.print(config));
            out().flush();
            return ExitCode.DONE;
        }
        LogLevel.apply(config.log());
        return serve(config);
    }

    private int serve(AppConfig config) throws InterruptedException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Vertx vertx = vertx(config, registry);
        App app;
        try {
            app = App.start(vertx, registry, config, Clock.systemUTC(), demo).await();
        } catch (Exception e) {
            err().println("phopay could not start: " + e.getMessage());
            vertx.close().await();
            return ExitCode.FAILED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx, app), "phopay-stop"));
        announce(app, config);
        if (demo && !startDemo(app, config)) {
            exitCode = ExitCode.FAILED;
            return ExitCode.FAILED;
        }
        awaitLossOf(app);
        exitCode = ExitCode.FAILED;
        return ExitCode.FAILED;
    }

    /** HTTP servers and payment writers share the event loops, so that a callback never changes threads. */
    private static Vertx vertx(AppConfig config, PrometheusMeterRegistry registry) {
        // Pools only: requests are measured by route, and the rest would cost the hot path more than it tells.
        MicrometerMetricsOptions pools = new MicrometerMetricsOptions().setEnabled(true);
        EnumSet.complementOf(EnumSet.of(MetricsDomain.NAMED_POOLS)).forEach(pools::addDisabledMetricsCategory);
        return Vertx.builder()
                .with(new VertxOptions()
                        .setEventLoopPoolSize(config.http().eventLoops())
                        .setMetricsOptions(pools))
                .withMetrics(new MicrometerMetricsFactory(registry))
                .build();
    }

    /** Returns only when something is lost that this process cannot get back; a signal ends the process before. */
    private void awaitLossOf(App app) throws InterruptedException {
        CountDownLatch lost = new CountDownLatch(1);
        app.databaseLost().onComplete(done -> lost.countDown());
        lost.await();
        err().println("phopay: its embedded PostgreSQL ended by itself. Start phopay again: it recovers what was "
                + "committed, and whoever got no answer sends again.");
    }

    /** Whether the demo runs; why not is told. */
    private boolean startDemo(App app, AppConfig config) {
        out().println("building the demo city …");
        out().flush();
        LogLevel.quiet();
        try {
            Demo started = Demo.start(app).await();
            runningDemo.set(started);
            out().println("the demo city is open at " + config.http().publicUrl()
                    + "; payments flow, and the last 30 days are being filled. Log in as");
            started.logins().forEach(login -> out().printf(
                    "  %-9s  %-14s  password %s%n", login.role(), login.login(), login.password()));
            out().flush();
            return true;
        } catch (Exception e) {
            // Whatever a future failed with, checked exceptions included, comes out of await.
            err().println("phopay: " + e.getMessage());
            return false;
        } finally {
            LogLevel.apply(config.log());
        }
    }

    /** A JVM that ends by a signal reports 143 whatever its hooks did; a service that stopped as asked reports 0. */
    private void stop(Vertx vertx, App app) {
        int endedWith = ExitCode.FAILED;
        Demo started = runningDemo.get();
        Future<Void> demoStopped = started == null ? Future.succeededFuture() : started.stop();
        try {
            demoStopped.eventually(app::stop).await(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            endedWith = exitCode;
        } catch (TimeoutException e) {
            err().println("phopay did not stop in time; the database recovers at the next start");
        } finally {
            vertx.close();
            err().flush();
            Runtime.getRuntime().halt(endedWith);
        }
    }

    private void announce(App app, AppConfig config) {
        out().println("phopay serves " + config.http().publicUrl() + " (port " + app.port() + ")");
        if (app.firstAdmin() instanceof EnsureFirstAdmin.Made made) {
            made.randomPassword().ifPresent(password -> out().println(
                    "first administrator: login " + made.login() + ", password " + password + " (shown only now)"));
        }
        out().flush();
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private PrintWriter err() {
        return commandLine().getErr();
    }

    private picocli.CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli gives every command its spec");
        }
        return spec.commandLine();
    }
}
