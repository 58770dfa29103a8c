package vn.phopay.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process of a cluster as its file {@code postmaster.pid} tells it: line 1 the pid, line 4 the port.
 *
 * @param pid the process that wrote the file, which need not be alive any more
 */
record Postmaster(Path cluster, long pid, int port) {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration FAST_STOP_MAX = Duration.ofSeconds(20);
    private static final Duration KILL_MAX = Duration.ofSeconds(10);
    private static final int LINE_OF_PORT = 3;
    private static final String FILE = "postmaster.pid";
    private static final String PROGRAM = "postgres";
    /** Above every pid that any system gives. */
    private static final int PID_OF_NOBODY = Integer.MAX_VALUE - 1;

    /** What the file says, or empty when there is none (or none that is complete). */
    static Optional<Postmaster> read(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(FILE));
            if (lines.size() <= LINE_OF_PORT) {
                return Optional.empty();
            }
            long pid = Math.abs(Long.parseLong(lines.getFirst().strip()));
            return Optional.of(new Postmaster(cluster, pid, Integer.parseInt(lines.get(LINE_OF_PORT).strip())));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot read postmaster.pid of " + cluster + ": " + e.getMessage(), e);
        }
    }

    /** Whether the process is alive and a PostgreSQL server. */
    boolean isRunning() {
        return handle().flatMap(Postmaster::programName).map(name -> name.startsWith(PROGRAM)).orElse(false);
    }

    /**
     * Removes what a dead JVM or a dead server left: a server that nobody watches is stopped, and a pid file whose pid
     * now belongs to a process of somebody else is made to name none, because the server would take that process for
     * itself and refuse to start. To be called only by the holder of the {@link DataDirLock}.
     */
    static void clearRemains(Path cluster) {
        read(cluster).filter(Postmaster::isRunning).ifPresent(orphan -> {
            LOG.warn("event=orphaned_postgres pid={} cluster={} action=stop", orphan.pid, cluster);
            orphan.stop();
        });
        read(cluster).filter(Postmaster::isForeign).ifPresent(Postmaster::nameNobody);
    }

    /** Whether the pid is known to be no running server: a dead server's entry, or another program's process. */
    private boolean isForeign() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.map(Postmaster::isZombie).orElse(false)
                || process.flatMap(Postmaster::programName).map(name -> !name.startsWith(PROGRAM)).orElse(false);
    }

    /**
     * The rest of the file stays: by it the server finds out whether sessions of the dead server still use its shared
     * memory, and waits for them. Deleting the file would let two servers write one cluster.
     */
    private void nameNobody() {
        try {
            Path file = cluster.resolve(FILE);
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, Integer.toString(PID_OF_NOBODY));
            Files.write(file, lines);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot change the stale postmaster.pid of " + cluster, e);
        }
    }

    private void stop() {
        ProcessHandle process = handle().orElseThrow();
        signal("INT");
        if (ended(process, FAST_STOP_MAX)) {
            return;
        }
        signal("QUIT");
        if (ended(process, KILL_MAX)) {
            return;
        }
        process.destroyForcibly();
        if (!ended(process, KILL_MAX)) {
            throw new EmbeddedPostgresException(
                    "the PostgreSQL left over by another run (pid " + pid + ") does not stop; stop it by hand");
        }
    }

    private void signal(String name) {
        // By the shell, because pg_ctl refuses to run as root and Java knows no SIGINT, PostgreSQL's fast shutdown.
        Tool.Result sent = Tool.run(List.of("sh", "-c", "kill -" + name + " " + pid), "", KILL_MAX);
        if (!sent.succeeded()) {
            LOG.debug("event=signal_failed pid={} signal={} output={}", pid, name, sent.output());
        }
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> !isZombie(process));
    }

    private static boolean ended(ProcessHandle process, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (process.isAlive() && !isZombie(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            awaitExit(process);
        }
        return true;
    }

    private static void awaitExit(ProcessHandle process) {
        try {
            process.onExit().get(50, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return;   // look again: a zombie never counts as ended for Java
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("interrupted while waiting for PostgreSQL to stop", e);
        } catch (ExecutionException e) {
            throw new EmbeddedPostgresException("cannot wait for PostgreSQL to stop", e);
        }
    }

    /**
     * The program a process runs, empty when that cannot be known. From {@code comm} first, which everybody may read:
     * the path of the program is hidden from a root without CAP_SYS_PTRACE, as in a plain container.
     */
    private static Optional<String> programName(ProcessHandle process) {
        try {
            return Optional.of(Files.readString(Path.of("/proc/" + process.pid() + "/comm")).strip());
        } catch (IOException e) {
            return process.info().command().map(Path::of).map(Path::getFileName).map(Path::toString);
        }
    }

    /** A dead process whose parent never asks for its exit code, as where a container has no init. */
    private static boolean isZombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).stripLeading().startsWith("Z");
        } catch (IOException e) {
            return false;
        }
    }
}
