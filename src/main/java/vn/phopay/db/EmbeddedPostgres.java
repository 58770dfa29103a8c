package vn.phopay.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.config.DatabaseUrl;

/**
 * A real PostgreSQL server that belongs to this process: its data directory survives restarts, it listens on 127.0.0.1
 * only, and it is as durable as any server ({@code fsync}, {@code synchronous_commit}, {@code full_page_writes} on).
 *
 * <p>One process at a time may use a data directory. When that process is killed its server lives on; the next start
 * stops it and starts afresh with its own settings, so that nobody else's settings are ever taken over.
 * All methods block: call them from a worker or virtual thread.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_MAX = Duration.ofSeconds(90);
    private static final Duration STOP_MAX = Duration.ofSeconds(60);
    private static final Duration RETRY_MAX = Duration.ofSeconds(15);

    private final DataDirLock lock;
    private final PostgresBinaries binaries;
    private final RunAs runAs;
    private final EmbeddedPostgresOptions options;
    private final Path cluster;
    private final DatabaseUrl url;
    private final Postmaster postmaster;
    private boolean closed;

    private EmbeddedPostgres(
            EmbeddedPostgresOptions options, DataDirLock lock, PostgresBinaries binaries, RunAs runAs) {
        this.options = options;
        this.lock = lock;
        this.binaries = binaries;
        this.runAs = runAs;
        this.cluster = EmbeddedCluster.dir(options.dataDir());
        this.url = startServer();
        this.postmaster = Postmaster.read(cluster)
                .orElseThrow(() -> new EmbeddedPostgresException("PostgreSQL ended as soon as it had started"));
    }

    /**
     * Starts the server, making the cluster first where there is none.
     *
     * @throws EmbeddedPostgresException when another process uses the directory, or PostgreSQL cannot start; the
     *     message says which and what to do
     */
    public static EmbeddedPostgres start(EmbeddedPostgresOptions options) {
        long began = System.nanoTime();
        Path dataDir = createDir(options.dataDir());
        DataDirLock lock = DataDirLock.take(dataDir);
        boolean started = false;
        try {
            PostgresBinaries binaries = PostgresBinaries.unpack(dataDir.resolve("pg-bin"));
            Postmaster.clearRemains(EmbeddedCluster.dir(dataDir));
            RunAs runAs = chooseRunAs(options, binaries);
            new EmbeddedCluster(dataDir, binaries, runAs).ensure();
            EmbeddedPostgres server = new EmbeddedPostgres(options, lock, binaries, runAs);
            LOG.info("event=embedded_postgres_started port={} runAs={} cluster={} tookMs={}", server.url.port(),
                    runAs.name(), server.cluster, Duration.ofNanos(System.nanoTime() - began).toMillis());
            started = true;
            return server;
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    /**
     * The connection URL, password included, of the server that runs on a data directory of this machine; for other
     * processes of the same owner.
     *
     * @throws EmbeddedPostgresException when no server runs there
     */
    public static String connectionUrl(Path dataDir) {
        Postmaster running = Postmaster.read(EmbeddedCluster.dir(dataDir))
                .filter(Postmaster::isRunning)
                .orElseThrow(() -> new EmbeddedPostgresException("no embedded PostgreSQL is running in " + dataDir));
        return EmbeddedCluster.url(dataDir, running.port()).toUrl();
    }

    /** Where and as whom to connect. */
    public DatabaseUrl url() {
        return url;
    }

    /** Whether the server's process lives. A crash of one of its sessions does not end it. */
    public boolean isRunning() {
        return postmaster.isRunning();
    }

    /** The way root was shed: self, unshare, setpriv or runuser. */
    public String runAs() {
        return runAs.name();
    }

    /** Stops the server, ending its sessions, and gives the directory back. Doing it twice is harmless. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            stopServer();
        } finally {
            lock.close();
        }
    }

    private void stopServer() {
        if (Postmaster.read(cluster).isEmpty()) {
            LOG.warn("event=embedded_postgres_already_gone cluster={}", cluster);
            return;
        }
        String seconds = Long.toString(STOP_MAX.toSeconds());
        Tool.Result stopped = pgCtl(List.of("-m", "fast", "-w", "-t", seconds, "stop"), STOP_MAX);
        if (!stopped.succeeded()) {
            LOG.warn("event=embedded_postgres_stop_failed output={} action=signal", stopped.output());
            Postmaster.clearRemains(cluster);
        }
    }

    private DatabaseUrl startServer() {
        long deadline = System.nanoTime() + RETRY_MAX.toNanos();
        while (true) {
            int port = options.port() == 0 ? freePort() : options.port();
            Tool.Result started = tryStart(port);
            if (started.succeeded()) {
                return EmbeddedCluster.url(options.dataDir(), port);
            }
            String log = EmbeddedCluster.log(cluster);
            if (!isPassing(port, log) || System.nanoTime() > deadline) {
                String taken = canBind(port) ? "" : "; port " + port + " of 127.0.0.1 is in use";
                throw new EmbeddedPostgresException("PostgreSQL does not start" + taken + ": " + started.output()
                        + "\n" + log);
            }
        }
    }

    /**
     * Whether the next attempt may succeed: somebody took the free port between our look and the server's, or the
     * sessions of a server that was killed have not noticed yet and still hold its memory.
     */
    private boolean isPassing(int port, String log) {
        return options.port() == 0 && !canBind(port) || log.contains("shared memory block");
    }

    private Tool.Result tryStart(int port) {
        String words = settings(port).entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        EmbeddedCluster.clearStartLog(cluster, runAs);
        // pg_ctl makes the server a session of its own: Ctrl-C in a terminal must reach us and not the server, or it
        // would be gone before the requests in flight are.
        return pgCtl(List.of("-l", EmbeddedCluster.startLogFile(cluster).toString(), "-o", words, "-w", "-t",
                Long.toString(START_MAX.toSeconds()), "start"), START_MAX);
    }

    private Tool.Result pgCtl(List<String> words, Duration timeout) {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("pg_ctl").toString(), "-D", cluster.toString()));
        command.addAll(words);
        return Tool.run(runAs.command(command), "", timeout.plusSeconds(5));
    }

    /** On the command line they win over every file of the cluster. Values hold no blank: pg_ctl splits at blanks. */
    private Map<String, String> settings(int port) {
        Map<String, String> nameToValue = new LinkedHashMap<>();
        nameToValue.put("listen_addresses", "127.0.0.1");
        nameToValue.put("port", Integer.toString(port));
        nameToValue.put("unix_socket_directories", "");
        nameToValue.put("fsync", "on");
        nameToValue.put("synchronous_commit", "on");
        nameToValue.put("full_page_writes", "on");
        nameToValue.put("max_connections", Integer.toString(options.connectionsMax()));
        nameToValue.put("shared_buffers", "256MB");
        nameToValue.put("max_wal_size", "2GB");
        nameToValue.put("checkpoint_timeout", "15min");
        nameToValue.put("jit", "off");
        nameToValue.put("client_min_messages", "warning");
        nameToValue.put("timezone", "UTC");
        nameToValue.put("log_timezone", "UTC");
        nameToValue.put("logging_collector", "on");
        nameToValue.put("log_directory", "log");
        nameToValue.put("log_filename", "postgresql-%a.log");
        nameToValue.put("log_truncate_on_rotation", "on");
        nameToValue.putAll(options.settings());
        return nameToValue;
    }

    private static RunAs chooseRunAs(EmbeddedPostgresOptions options, PostgresBinaries binaries) {
        List<String> said = new ArrayList<>();
        for (RunAs way : RunAs.candidates(options.runAs())) {
            List<String> probe = List.of(binaries.program("postgres").toString(), "--version");
            Tool.Result probed = Tool.run(way.command(probe), "", START_MAX);
            if (probed.succeeded()) {
                return way;
            }
            said.add(way.name() + ": " + probed.output());
        }
        throw new EmbeddedPostgresException("PostgreSQL cannot be started as an unprivileged user from "
                + options.dataDir() + " (that user must be able to enter the directory). Tried: "
                + (said.isEmpty() ? options.runAs() + ": no such way on this host" : String.join("; ", said)));
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("no free port on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    private static Path createDir(Path dir) {
        try {
            return Files.createDirectories(dir);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot make the data directory " + dir + ": " + e.getMessage(), e);
        }
    }
}
