package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.db.ConnectOptions;
import vn.phopay.db.EmbeddedPostgres;
import vn.phopay.db.EmbeddedPostgresOptions;
import vn.phopay.testing.SharedDirectory;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The TLS options of the database URL against a real server with a certificate for 127.0.0.1, and one without. */
class DatabaseTlsTest {
    @RegisterExtension
    static final SharedDirectory DIRECTORY = new SharedDirectory();

    @RegisterExtension
    static final TestDatabase PLAIN = TestPostgres.newEmptyDatabase("database_tls");

    private static EmbeddedPostgres server;

    @BeforeAll
    static void startWithTls() throws Exception {
        Path dataDir = DIRECTORY.path();
        EmbeddedPostgres.start(EmbeddedPostgresOptions.in(dataDir)).close();
        makeCertificate(dataDir.resolve("pg/server.crt"), dataDir.resolve("pg/server.key"));
        makeCertificate(dataDir.resolve("stranger.crt"), dataDir.resolve("stranger.key"));
        server = EmbeddedPostgres.start(EmbeddedPostgresOptions.in(dataDir).withSetting("ssl", "on"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, disable, -, false",
        "127.0.0.1, allow, -, false",
        "127.0.0.1, prefer, -, true",
        "127.0.0.1, require, -, true",
        "127.0.0.1, require, pg/server.crt, true",
        "127.0.0.1, verify-ca, pg/server.crt, true",
        "127.0.0.1, verify-full, pg/server.crt, true",
        "localhost, verify-ca, pg/server.crt, true",
    })
    void connectShouldEncryptAsTheUrlAsks(String host, String mode, String root, boolean encrypted) {
        assertEquals(encrypted, await(encrypted(url(server.url(), host, mode, root))));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, require, stranger.crt",
        "127.0.0.1, verify-ca, stranger.crt",
        "127.0.0.1, verify-full, stranger.crt",
        "127.0.0.1, verify-full, system",
        "localhost, verify-full, pg/server.crt",
    })
    void connectShouldRefuseWhenTheServerIsNotWhoTheUrlTrusts(String host, String mode, String root) {
        Future<Boolean> connection = encrypted(url(server.url(), host, mode, root));

        assertThrows(Exception.class, () -> await(connection));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "allow", "prefer"})
    void connectShouldWorkInClearWhenTheServerHasNoTlsAndTheUrlAllowsIt(String mode) {
        assertEquals(false, await(encrypted(url(DatabaseUrl.parse("test", PLAIN.url()), "127.0.0.1", mode, "-"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"require", "verify-ca", "verify-full"})
    void connectShouldRefuseWhenTheServerHasNoTlsAndTheUrlAsksForIt(String mode) {
        DatabaseUrl url = url(DatabaseUrl.parse("test", PLAIN.url()), "127.0.0.1", mode, "pg/server.crt");

        assertThrows(Exception.class, () -> await(encrypted(url)));
    }

    private static DatabaseUrl url(DatabaseUrl to, String host, String mode, String root) {
        String rootCert = switch (root) {
            case "-" -> null;
            case "system" -> root;
            default -> DIRECTORY.path().resolve(root).toString();
        };
        return new DatabaseUrl(to.user(), to.password(), host, to.port(), to.database(), mode, rootCert, null);
    }

    private static Future<Boolean> encrypted(DatabaseUrl url) {
        return PgConnection.connect(TestPostgres.vertx(), ConnectOptions.of(url))
                .compose(connection -> connection
                        .query("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                        .execute()
                        .eventually(connection::close))
                .map(rows -> rows.iterator().next().getBoolean("ssl"));
    }

    /** A self-signed certificate for 127.0.0.1 by the JDK's own keytool, as PEM beside its key. */
    private static void makeCertificate(Path certificate, Path key) throws Exception {
        Path store = DIRECTORY.path().resolve("store-" + key.getFileName() + ".p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "s", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=127.0.0.1",
                "-ext", "san=ip:127.0.0.1", "-validity", "3650", "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", "changeit").redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertEquals(0, keytool.waitFor(), said);
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        writePem(certificate, "CERTIFICATE", keys.getCertificate("s").getEncoded());
        writePem(key, "PRIVATE KEY", keys.getKey("s", "changeit".toCharArray()).getEncoded());
    }

    private static void writePem(Path file, String kind, byte[] der) throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        // The server reads it, whoever it runs as.
        Files.setOwner(file, Files.getOwner(DIRECTORY.path().resolve("pg")));
    }
}
