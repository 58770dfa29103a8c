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

/**
 * All dialects tell at once, and now the service is killed, now its PostgreSQL, again and again on the same data: what a
 * sender heard to be taken is there, everything counts once, and every invariant holds after each kill.
 */
class KilledUnderMixedLoadTest {
    private static final Map<String, String> SETTINGS =
            Map.of("PHOPAY_ADMIN_LOGIN", ChaosTown.ADMIN, "PHOPAY_ADMIN_PASSWORD", ChaosTown.PASSWORD);
    private static final int ENDED_BY_ITSELF = 1;

    private final ChaosRun run = ChaosRun.start("killed-under-mixed-load");
    private final Random random = run.random("killer");
    private final Path dataDir = run.directory();

    @Test
    void nothingTakenShouldBeLostWhenServiceAndDatabaseAreKilledUnderMixedLoad() throws Exception {
        MixedLoad load = null;
        int rounds = run.times(2, 20);
        boolean postgresFirst = random.nextBoolean();
        for (int round = 0; round < rounds; round++) {
            try (ServiceProcess service = ServiceProcess.start(dataDir, SETTINGS)) {
                URI base = URI.create("http://127.0.0.1:" + service.port() + "/");
                if (load == null) {
                    load = new MixedLoad(ChaosTown.open(base), Clock.systemUTC(), run.random("load"));
                }
                checkTaken(load);
                try (MixedLoad.Running running = load.start(base)) {
                    running.awaitTaken(50 + random.nextInt(200));
                    kill(service, (round % 2 == 0) == postgresFirst);
                    running.awaitRefused(1);
                }
            }
        }
        try (ServiceProcess service = ServiceProcess.start(dataDir, SETTINGS)) {
            load.tellTheRest(URI.create("http://127.0.0.1:" + service.port() + "/"));
            PgConnection connection = Aftermath.connect(dataDir);
            Aftermath.check(connection, load, run);
            await(connection.close());
            assertEquals(0, service.terminate(), run.toString());
        }
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
