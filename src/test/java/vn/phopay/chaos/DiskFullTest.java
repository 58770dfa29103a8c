package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import vn.phopay.db.EmbeddedPostgres;
import vn.phopay.db.EmbeddedPostgresOptions;
import vn.phopay.testing.OptionalTool;
import vn.phopay.testing.ServiceProcess;
import vn.phopay.testing.TestPostgres;

/**
 * The database's disk fills up under mixed load. Nobody hears "taken" for what is not kept, nothing that was taken is
 * lost, and once there is room again it goes on, whether PostgreSQL bore it or ended and was started again.
 */
class DiskFullTest {
    private static final int DISK_MIB = 260;

    @Test
    void nothingTakenShouldBeLostWhenTheDiskOfTheDatabaseFillsUp() throws Exception {
        ChaosRun run = ChaosRun.start("disk-full");
        Path disk = Files.createDirectories(run.directory());
        mount(disk);
        try {
            fillAndFree(run, disk);
        } finally {
            command("umount", "-l", disk.toString());
        }
    }

    private static void fillAndFree(ChaosRun run, Path disk) throws Exception {
        Path filler = disk.resolve("filler");
        EmbeddedPostgres server = start(disk);
        try (CutProxy proxy = CutProxy.to(server.url().port());
                ServiceProcess service = ServiceProcess.start(run.directory(),
                        ChaosTown.settings(proxy.inFrontOf(server.url())))) {
            URI base = URI.create("http://127.0.0.1:" + service.port() + "/");
            MixedLoad load = new MixedLoad(ChaosTown.open(base), Clock.systemUTC(), run.random("load"));
            try (MixedLoad.Running running = load.start(base)) {
                for (int round = 0; round < run.times(1, 3); round++) {
                    running.awaitTaken(100);
                    fill(filler);
                    running.awaitRefused(100);
                    Files.delete(filler);
                    server = recover(server, disk, proxy);
                    running.forget();
                }
                running.awaitTaken(100);
            }
            load.tellTheRest(base);
            PgConnection connection = Aftermath.connect(disk);
            Aftermath.check(connection, load, run);
            TestPostgres.await(connection.close());
        } finally {
            server.close();
        }
    }

    /** Where it had no room for its log PostgreSQL ends; its supervisor starts it again, here as there. */
    private static EmbeddedPostgres recover(EmbeddedPostgres server, Path disk, CutProxy proxy) {
        if (server.isRunning()) {
            return server;
        }
        server.close();
        EmbeddedPostgres next = start(disk);
        proxy.aim(next.url().port());
        return next;
    }

    private static EmbeddedPostgres start(Path disk) {
        return EmbeddedPostgres.start(EmbeddedPostgresOptions.in(disk)
                .withSetting("shared_buffers", "32MB").withSetting("max_wal_size", "64MB")
                .withSetting("min_wal_size", "32MB"));
    }

    /** Until not one more byte fits. */
    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertTrue(Files.exists(filler), full.toString());
        }
    }

    /** A file system that is small and ours; only root may make one. */
    private static void mount(Path disk) throws Exception {
        OptionalTool.require("mount");
        if (command("mount", "-t", "tmpfs", "-o", "size=" + DISK_MIB + "m", "phopay-chaos", disk.toString()) != 0) {
            // No program that could be installed would help, so this is never a failure.
            throw new TestAbortedException("only root may mount a small disk: a full one was not tested");
        }
    }

    private static int command(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), words[0] + " hangs");
        return process.exitValue();
    }
}
