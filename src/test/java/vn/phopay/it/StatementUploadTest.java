package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.http.ops.AnswerAgreement;
import vn.phopay.statement.CamtText;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Who may upload a statement, and what is refused before, while and after its body comes in. */
class StatementUploadTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("statement_upload").keepingInvariants();

    private static final String ACCOUNT = "0123456789";
    private static final long BYTES_MAX = 8L * 1024 * 1024;
    private static final Path SPOOL =
            Path.of("target", "test-app", "spool-" + System.nanoTime()).toAbsolutePath();

    private static TestApp app;
    private static StatementBench bench;
    private static int serial;

    @BeforeAll
    static void start() {
        new ShopRows(DB.pool()).insert("970422", ACCOUNT);
        app = TestApp.start(DB, Clock.systemUTC(), Map.of(
                "PHOPAY_STATEMENT_IMPORT_INTERVAL_MS", "10",
                "PHOPAY_STATEMENT_BYTES_MAX", Long.toString(BYTES_MAX),
                "PHOPAY_STATEMENT_DIR", SPOOL.toString()));
        bench = new StatementBench(app, DB, app.bank("mbbank", "970422"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String statement() {
        serial++;
        CamtText camt = CamtText.day(8);
        return camt.statement("U" + serial, serial, ACCOUNT, 0L, 5L, camt.entry("U" + serial, 5, "CRDT")).text();
    }

    @Test
    void bankShouldUploadWhenItSignsTheDigestOfItsBody() {
        String text = statement();
        HttpResponse<String> answer = bench.uploadSigned(text, text);
        assertEquals(202, answer.statusCode(), answer.body());
        assertEquals(List.of(), AnswerAgreement.findings("POST /api/v1/banks/{code}/statements", answer));
        assertEquals(1, bench.imported(answer).getLong("recovered"));
    }

    @Test
    void bankShouldBeRefusedWhenItsBodyIsNotWhatItSigned() {
        assertProblem(400, "STATEMENT_DIGEST_MISMATCH", bench.uploadSigned(statement(), statement()));
        assertNothingLeft();
    }

    @Test
    void uploadShouldBeRefusedWithoutSessionAndSignature() {
        byte[] body = statement().getBytes(StandardCharsets.UTF_8);
        assertProblem(401, "BANK_SIGNATURE_REFUSED",
                app.sendBytes("POST", bench.path(), body, "content-type", "application/xml"));
        String digest = StatementBench.digest(new String(body, StandardCharsets.UTF_8));
        assertProblem(401, "BANK_SIGNATURE_REFUSED", app.sendBytes("POST", bench.path(), body, "content-type",
                "application/xml", "content-digest", digest, "webhook-id", "m", "webhook-timestamp",
                Long.toString(java.time.Instant.now().getEpochSecond()), "webhook-signature", "v1,AAAA"));
    }

    @Test
    void analystsAndMerchantsShouldBeForbidden() {
        app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", "ana").put("name", "Ana")
                .put("role", "ANALYST").put("password", "bun-cha-hang-manh"));
        String token = app.token("ana", "bun-cha-hang-manh");
        assertProblem(403, "AUTH_FORBIDDEN", app.sendBytes("POST", bench.path(), new byte[] {1}, "authorization",
                "Bearer " + token, "content-type", "application/xml"));
    }

    @Test
    void uploadShouldBeRefusedForAnUnknownBankOrMediaType() {
        assertProblem(404, "BANK_UNKNOWN", app.sendBytes("POST", "/api/v1/banks/nobody/statements", new byte[] {1},
                "authorization", "Bearer " + app.adminToken(), "content-type", "text/csv"));
        assertProblem(415, "REQUEST_MEDIA_TYPE", bench.upload(statement(), "application/zip"));
        assertProblem(415, "REQUEST_MEDIA_TYPE",
                bench.upload(statement(), "application/xml", "content-encoding", "gzip"));
    }

    @Test
    void uploadShouldBeRefusedWhenItsBeginningIsNoStatement() {
        for (String text : List.of(
                "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document>&x;</Document>",
                "<html/>", "", "PK\u0003\u0004xx", "<Document><BkToCstmrStmt/></Document>",
                statement().replace("VND", "USD"))) {
            HttpResponse<String> answer = bench.upload(text, "application/xml");
            assertProblem(400, "STATEMENT_UNREADABLE", answer);
            assertEquals(List.of(), AnswerAgreement.findings("POST /api/v1/banks/{code}/statements", answer));
        }
        assertProblem(400, "STATEMENT_UNREADABLE", bench.upload("date,memo\n", "text/csv"));
        assertNothingLeft();
    }

    @Test
    void uploadShouldBeRefusedWhenItIsTooLong() throws Exception {
        String head = statement();
        String tooLong = head + " ".repeat((int) BYTES_MAX);
        assertProblem(413, "REQUEST_TOO_LARGE", bench.upload(tooLong, "application/xml"));
        assertEquals("HTTP/1.1 413 Request Entity Too Large", answerWhileSending(head), "without Content-Length, too");
        assertNothingLeft();
    }

    @Test
    void uploadShouldBeRefusedAfterAMegabyteOfBlanks() throws Exception {
        assertEquals("HTTP/1.1 400 Bad Request", answerWhileSending(""), "nobody sends a gigabyte to hear that");
        assertNothingLeft();
    }

    @Test
    void readsShouldBeAsDescribed() {
        JsonObject upload = bench.importXml(statement());
        String bearer = "Bearer " + app.adminToken();
        HttpResponse<String> one = app.send(
                "GET", "/api/v1/statements/" + upload.getString("id"), null, "authorization", bearer);
        assertEquals(List.of(), AnswerAgreement.findings("GET /api/v1/statements/{id}", one));
        HttpResponse<String> list = app.send("GET", "/api/v1/statements?limit=1", null, "authorization", bearer);
        assertEquals(List.of(), AnswerAgreement.findings("GET /api/v1/statements", list));
        assertEquals(404, app.send("GET", "/api/v1/statements/stm_x", null, "authorization", bearer).statusCode());
        assertEquals(401, app.send("GET", "/api/v1/statements", null).statusCode());
    }

    /** Sends {@code head} and then blanks in chunks until an answer comes; gives its first line. */
    private static String answerWhileSending(String head) throws Exception {
        URI uri = app.uri(bench.path());
        String blanks = " ".repeat(64 * 1024);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + uri.getPath() + " HTTP/1.1\r\nhost: x\r\nauthorization: Bearer " + app.adminToken()
                    + "\r\ncontent-type: application/xml\r\ntransfer-encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            long sent = 0;
            for (String piece = head.isEmpty() ? blanks : head; socket.getInputStream().available() == 0;
                    piece = blanks) {
                byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
                out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(bytes);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sent += bytes.length;
                assertTrue(sent < 64L * 1024 * 1024, "no answer after 64 MiB");
            }
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private static void assertProblem(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(code, new JsonObject(answer.body()).getString("code"));
    }

    private static void assertNothingLeft() {
        Eventually.equal(0L, () -> {
            try (Stream<Path> files = Files.list(SPOOL)) {
                return files.filter(path -> path.toString().endsWith(".part")).count();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
