package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phopay.testing.ServiceProcess;
import vn.phopay.testing.WebhookReceiver;
import vn.phopay.testing.WebhookReceiver.Answer;

/**
 * All dialects tell at once, statements are imported and shops are told, and now the service is killed, now its
 * PostgreSQL, again and again on the same data. What a sender heard to be taken is there, every line of a statement
 * too, everything counts once, every shop hears everything, and every invariant holds after each kill.
 */
class KilledUnderMixedLoadTest {
    private static final Map<String, String> SETTINGS =
            ChaosTown.settings(Webhooks.SETTINGS, StatementLoad.SETTINGS);
    private static final int REFUSED_PERCENT = 5;
    private static final int ENDED_BY_ITSELF = 1;

    private final ChaosRun run = ChaosRun.start("killed-under-mixed-load");
    private final Random random = run.random("killer");
    private final Path dataDir = run.directory();
    private final StatementLoad statements = new StatementLoad(run.times(500, 5000));

    @Test
    void nothingTakenShouldBeLostWhenServiceAndDatabaseAreKilledUnderMixedLoad() throws Exception {
        Random moods = run.random("receiver");
        try (WebhookReceiver receiver = WebhookReceiver.start(one ->
                Answer.of(moods.nextInt(100) < REFUSED_PERCENT ? 503 : 200))) {
            MixedLoad load = null;
            boolean postgresFirst = random.nextBoolean();
            for (int round = 0; round < run.times(2, 20); round++) {
                load = loadAndKill(load, receiver, (round % 2 == 0) == postgresFirst);
            }
            try (ServiceProcess service = ServiceProcess.start(dataDir, SETTINGS)) {
                load.tellTheRest(base(service));
                statements.finish(base(service));
                PgConnection connection = Aftermath.connect(dataDir);
                Webhooks.awaitDelivered(connection, receiver, run);
                statements.check(connection);
                Aftermath.check(connection, load, run);
                await(connection.close());
                assertEquals(0, service.terminate(), run.toString());
            }
        }
    }

    private MixedLoad loadAndKill(MixedLoad before, WebhookReceiver receiver, boolean postgres) throws Exception {
        try (ServiceProcess service = ServiceProcess.start(dataDir, SETTINGS)) {
            MixedLoad load = before == null ? open(base(service), receiver) : before;
            checkTaken(load);
            try (MixedLoad.Running running = load.start(base(service))) {
                running.awaitTaken(20 + random.nextInt(200));
                statements.upload(base(service));
                running.awaitTaken(20 + random.nextInt(50));
                kill(service, postgres);
                running.awaitRefused(1);
            }
            return load;
        }
    }

    private MixedLoad open(URI base, WebhookReceiver receiver) {
        ChaosTown town = ChaosTown.open(base);
        Webhooks.order(base, town, receiver);
        return new MixedLoad(town, Clock.systemUTC(), run.random("load"));
    }

    private static URI base(ServiceProcess service) {
        return URI.create("http://127.0.0.1:" + service.port() + "/");
    }

    private void kill(ServiceProcess service, boolean postgres) throws IOException, InterruptedException {
        if (postgres) {
            assertTrue(postmaster().destroyForcibly(), run.toString());
            assertEquals(ENDED_BY_ITSELF, service.awaitEnd(), run.toString());
        } else {
            service.kill();
        }
    }

    private void checkTaken(MixedLoad load) {
        PgConnection connection = Aftermath.connect(dataDir);
        Aftermath.checkTaken(connection, load, run);
        await(connection.close());
    }

    /** The server's process, as its own file names it. */
    private ProcessHandle postmaster() throws IOException {
        try (Stream<Path> files = Files.walk(dataDir, 3)) {
            Path pidFile = files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid).orElseThrow();
        }
    }
}
