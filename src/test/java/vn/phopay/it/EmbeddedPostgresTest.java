package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.pgclient.PgConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.db.ConnectOptions;
import vn.phopay.db.EmbeddedPostgres;
import vn.phopay.db.EmbeddedPostgresException;
import vn.phopay.db.EmbeddedPostgresOptions;
import vn.phopay.testing.SharedDirectory;
import vn.phopay.testing.TestPostgres;

/** The embedded server as a process among processes: kept data, one user at a time, killed owners, shed root. */
class EmbeddedPostgresTest {
    @RegisterExtension
    static final SharedDirectory DIRECTORY = new SharedDirectory();

    private static final Path DATA_DIR = DIRECTORY.path();

    @BeforeAll
    static void makeTable() {
        try (EmbeddedPostgres server = start()) {
            sql(server, "CREATE TABLE kept (value int)");
        }
    }

    @Test
    void startShouldKeepDataWhenStoppedAndStartedAgain() {
        try (EmbeddedPostgres server = start()) {
            sql(server, "INSERT INTO kept VALUES (11)");
        }
        try (EmbeddedPostgres server = start()) {
            assertEquals("1", sql(server, "SELECT count(*)::text FROM kept WHERE value = 11"));
        }
    }

    @Test
    void startShouldBeDurableAndLocalWhenNothingElseIsAsked() {
        try (EmbeddedPostgres server = start()) {
            assertEquals("on on on 127.0.0.1 UTF8 scram-sha-256", sql(server, """
                    SELECT concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'),
                        current_setting('full_page_writes'), current_setting('listen_addresses'),
                        current_setting('server_encoding'), current_setting('password_encryption'))"""));
        }
    }

    @Test
    void startShouldRefuseWhenThisProcessRunsIt() {
        try (EmbeddedPostgres server = start()) {
            EmbeddedPostgresException fault =
                    assertThrows(EmbeddedPostgresException.class, EmbeddedPostgresTest::start);

            assertTrue(message(fault).contains("another phopay (pid " + ProcessHandle.current().pid() + ") is using"));
            assertEquals("1", sql(server, "SELECT '1'"));
        }
    }

    @Test
    void startShouldRefuseWhenAnotherProcessRunsIt() throws Exception {
        try (EmbeddedPostgres server = start()) {
            // Refused twice: the attempt in this process must not have lost the lock for others.
            assertThrows(EmbeddedPostgresException.class, EmbeddedPostgresTest::start);
            Process other = holder("auto");

            assertTrue(firstLine(other).startsWith(
                    "refused another phopay (pid " + ProcessHandle.current().pid() + ") is using"));
            assertEquals(1, other.waitFor());
            assertEquals("1", sql(server, "SELECT '1'"));
        }
    }

    @Test
    void connectionUrlShouldLeadToTheServerOnlyWhenItRuns() {
        try (EmbeddedPostgres server = start()) {
            assertEquals(server.url().toUrl(), EmbeddedPostgres.connectionUrl(DATA_DIR));
        }
        assertThrows(EmbeddedPostgresException.class, () -> EmbeddedPostgres.connectionUrl(DATA_DIR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "setpriv"})
    void startShouldStopTheOrphanWhenItsProcessWasKilled(String way) throws Exception {
        assumeTrue(way.equals("auto") || "root".equals(System.getProperty("user.name")), "only root has a choice");
        Process owner = holder(way);
        DatabaseUrl orphanUrl = DatabaseUrl.parse("test", firstLine(owner).replace("started ", ""));
        sql(orphanUrl, "DELETE FROM kept WHERE value = 33");
        sql(orphanUrl, "INSERT INTO kept VALUES (33)");
        ProcessHandle orphan = postmaster();
        owner.destroyForcibly().waitFor();
        assertTrue(orphan.isAlive());

        try (EmbeddedPostgres server = EmbeddedPostgres.start(
                EmbeddedPostgresOptions.in(DATA_DIR).withSetting("work_mem", "7MB"))) {
            assertFalse(isRunning(orphan));
            assertEquals("7MB", sql(server, "SHOW work_mem"));
            assertEquals("1", sql(server, "SELECT count(*)::text FROM kept WHERE value = 33"));
        }
    }

    @Test
    void startShouldRecoverWhenTheServerWasKilled() {
        try (EmbeddedPostgres server = start()) {
            sql(server, "INSERT INTO kept VALUES (44)");
            postmaster().destroyForcibly();
        }
        try (EmbeddedPostgres server = start()) {
            assertEquals("1", sql(server, "SELECT count(*)::text FROM kept WHERE value = 44"));
        }
    }

    @Test
    void startShouldIgnoreThePidFileWhenItNamesSomebodyElse() throws IOException {
        Path pidFile = DATA_DIR.resolve("pg/postmaster.pid");
        Files.write(pidFile, List.of(Long.toString(ProcessHandle.current().pid()), DATA_DIR.resolve("pg").toString(),
                "1700000000", "5432", "", "127.0.0.1", "  1234 5678", "ready"));

        try (EmbeddedPostgres server = start()) {
            assertEquals("1", sql(server, "SELECT '1'"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"setpriv", "unshare", "runuser", "auto"})
    void startShouldShedRootAndKeepDataWhenAnyWayIsChosen(String way) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root has anything to shed");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresOptions.in(DATA_DIR).withRunAs(way))) {
            sql(server, "DELETE FROM kept WHERE value = 55");
            sql(server, "INSERT INTO kept VALUES (55)");

            assertEquals("1", sql(server, "SELECT count(*)::text FROM kept WHERE value = 55"));
            assertTrue(way.equals("auto") || server.runAs().equals(way));
            assertEquals("", capabilities(postmaster().pid()));
        }
    }

    @Test
    void startShouldSayWhyWhenTheUnprivilegedUserCannotEnter() {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root has anything to shed");
        DIRECTORY.permit("rwx------");
        try {
            EmbeddedPostgresException fault = assertThrows(EmbeddedPostgresException.class,
                    () -> EmbeddedPostgres.start(EmbeddedPostgresOptions.in(DATA_DIR).withRunAs("setpriv")));

            assertTrue(message(fault).contains("must be able to enter the directory"), message(fault));
        } finally {
            DIRECTORY.permit("rwxr-xr-x");
        }
    }

    @Test
    void startShouldSayWhyWhenThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            EmbeddedPostgresException fault = assertThrows(EmbeddedPostgresException.class,
                    () -> EmbeddedPostgres.start(EmbeddedPostgresOptions.in(DATA_DIR).withPort(port)));

            assertTrue(message(fault).contains("port " + port + " of 127.0.0.1 is in use"), message(fault));
        }
    }

    private static EmbeddedPostgres start() {
        return EmbeddedPostgres.start(EmbeddedPostgresOptions.in(DATA_DIR));
    }

    private static Process holder(String way) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), EmbeddedPostgresHolder.class.getName(), DATA_DIR.toString(),
                way)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("started ") || line.startsWith("refused ")) {
                return line;
            }
        }
        throw new AssertionError("the process ended without a word");
    }

    private static ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(DATA_DIR.resolve("pg/postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A process that ended but that nobody waits for still has an entry; it runs no more. */
    private static boolean isRunning(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return process.isAlive()
                && Files.readAllLines(status).stream().noneMatch(line -> line.matches("State:\\s+Z.*"));
    }

    /** The effective capabilities of a process over this host, empty when it has none; own namespaces do not count. */
    private static String capabilities(long pid) throws IOException {
        boolean ownNamespace = !Files.readSymbolicLink(Path.of("/proc/" + pid + "/ns/user"))
                .equals(Files.readSymbolicLink(Path.of("/proc/self/ns/user")));
        String effective = Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("CapEff:"))
                .findFirst()
                .orElseThrow();
        return ownNamespace || effective.matches("CapEff:\\s+0+") ? "" : effective;
    }

    private static String sql(EmbeddedPostgres server, String text) {
        return sql(server.url(), text);
    }

    private static String sql(DatabaseUrl url, String text) {
        return await(PgConnection.connect(TestPostgres.vertx(), ConnectOptions.of(url))
                .compose(connection -> connection.query(text).execute().eventually(connection::close))
                .map(rows -> rows.size() == 0 ? "" : rows.iterator().next().getString(0))
                .timeout(20, TimeUnit.SECONDS));
    }

    private static String message(Throwable fault) {
        return String.valueOf(fault.getMessage());
    }
}
