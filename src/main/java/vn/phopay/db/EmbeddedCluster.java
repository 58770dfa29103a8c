package vn.phopay.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.config.DatabaseUrl;

/**
 * The files of the embedded server: {@code pg} (the cluster) and {@code pg.password} in the data directory.
 *
 * <p>A cluster is made beside its place and renamed into it, so that a start that dies half-way leaves none.
 */
final class EmbeddedCluster {
    /** Owner, and only role, of the embedded database. */
    static final String USER = "phopay";
    /** The database that PostgreSQL makes with every cluster; there is no other application on this server. */
    static final String DATABASE = "postgres";

    private static final Duration INIT_MAX = Duration.ofSeconds(120);
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCluster.class);
    private static final String UNFINISHED = "pg.new-";
    private static final int PASSWORD_BYTES = 24;
    private static final int LOG_TAIL_BYTES = 1500;

    private final Path dataDir;
    private final PostgresBinaries binaries;
    private final RunAs runAs;

    EmbeddedCluster(Path dataDir, PostgresBinaries binaries, RunAs runAs) {
        this.dataDir = dataDir;
        this.binaries = binaries;
        this.runAs = runAs;
    }

    static Path dir(Path dataDir) {
        return dataDir.toAbsolutePath().normalize().resolve("pg");
    }

    static DatabaseUrl url(Path dataDir, int port) {
        try {
            String password = Files.readString(passwordFile(dataDir)).strip();
            return new DatabaseUrl(USER, password, "127.0.0.1", port, DATABASE, "disable", null, null);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot read " + passwordFile(dataDir) + ": " + e.getMessage(), e);
        }
    }

    static Path startLogFile(Path cluster) {
        return cluster.resolve("start.log");
    }

    /** The end of what the server said at its last start, first without and then with its log collector. */
    static String log(Path cluster) {
        Path dir = cluster.resolve("log");
        try (Stream<Path> files = Files.exists(dir) ? Files.list(dir) : Stream.of()) {
            String collected = files.max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .map(EmbeddedCluster::tail)
                    .orElse("");
            return (tail(startLogFile(cluster)) + "\n" + collected).strip();
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }

    private static String tail(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            int from = Math.max(0, all.length - LOG_TAIL_BYTES);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    static void clearStartLog(Path cluster, RunAs runAs) {
        try {
            Files.writeString(startLogFile(cluster), "");
            if (runAs.ownsFiles()) {
                FileTrees.own(startLogFile(cluster), runAs.uid(), runAs.gid());
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot write " + startLogFile(cluster) + ": " + e.getMessage(), e);
        }
    }

    /** Makes the cluster where there is none; otherwise checks its version and gives it to who will run it. */
    void ensure() {
        try {
            Path cluster = dir(dataDir);
            if (Files.exists(cluster.resolve("PG_VERSION"))) {
                checkVersion(cluster);
                own(cluster);
                own(passwordFile(dataDir));
            } else if (Files.exists(cluster)) {
                throw new EmbeddedPostgresException(cluster + " exists but is no PostgreSQL cluster; move it away");
            } else {
                create(cluster);
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot prepare the cluster in " + dataDir + ": " + e.getMessage(), e);
        }
    }

    private void create(Path cluster) throws IOException {
        deleteUnfinished();
        Path beside = Files.createTempDirectory(dataDir.toAbsolutePath().normalize(), UNFINISHED);
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        FileTrees.writePrivate(passwordFile(dataDir), HexFormat.of().formatHex(random) + "\n");
        own(beside);
        own(passwordFile(dataDir));
        // The locale provider built into PostgreSQL: sorts by code point on every host, never changes under an index.
        Tool.run(runAs.command(List.of(binaries.program("initdb").toString(),
                "--pgdata=" + beside, "--username=" + USER, "--pwfile=" + passwordFile(dataDir),
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8")), "", INIT_MAX).orThrow("initdb");
        Files.move(beside, cluster);
    }

    /** What starts that died half-way left; an initdb that still runs there only loses its work. */
    private void deleteUnfinished() throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(dataDir, UNFINISHED + "*")) {
            for (Path dir : unfinished) {
                FileTrees.delete(dir);
            }
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("event=unfinished_cluster_kept path={}", e.getFile());
        }
    }

    private void checkVersion(Path cluster) throws IOException {
        String found = Files.readString(cluster.resolve("PG_VERSION")).strip();
        List<String> version = List.of(binaries.program("postgres").toString(), "--version");
        String ours = Tool.run(runAs.command(version), "", INIT_MAX)
                .orThrow("postgres --version")
                .output();
        if (!ours.matches("(?s).*\\) " + found + "[.\\s].*")) {
            throw new EmbeddedPostgresException(cluster + " was made by PostgreSQL " + found + " and cannot be run by "
                    + ours + "; dump it with its own version first");
        }
    }

    private void own(Path path) throws IOException {
        if (runAs.ownsFiles() && FileTrees.owner(path) != runAs.uid()) {
            FileTrees.own(path, runAs.uid(), runAs.gid());
        }
    }

    private static Path passwordFile(Path dataDir) {
        return dataDir.toAbsolutePath().normalize().resolve("pg.password");
    }
}
