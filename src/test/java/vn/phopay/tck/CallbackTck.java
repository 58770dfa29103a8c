package vn.phopay.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.phopay.testing.TestApp;

/** What every dialect must prove of the whole service: each answer as its sender expects it, each payment once. */
public abstract class CallbackTck {
    private static final int TWO_MEBIBYTES = 2 << 20;

    /** The running service. */
    protected abstract TestApp app();

    /** Its database. */
    protected abstract Pool pool();

    /** The path the sender posts to. */
    protected abstract String path();

    /** A delivery of one credit. */
    protected abstract byte[] body(String id, long amountVnd);

    /** The headers that sign {@code body} at {@code moment}; names and values alternate. */
    protected abstract String[] sign(byte[] body, Instant moment);

    /** What the sender expects to hear. */
    protected enum Expected {
        /** New, and stored. */
        STORED,
        /** Told before. */
        DUPLICATE,
        /** Told before with another meaning. */
        CONFLICT,
        /** The signature does not hold. */
        REFUSED,
        /** It cannot be read. */
        UNREADABLE
    }

    /** Whether {@code answer} is what this sender expects. */
    protected abstract boolean says(HttpResponse<String> answer, Expected expected);

    @Test
    void callbackShouldCountOnceWhenItIsRepeated() {
        byte[] body = body("TCK-1", 50_000);
        expect(Expected.STORED, post(body));
        expect(Expected.DUPLICATE, post(body));
        assertEquals(1, count("SELECT count(*) FROM payment WHERE bank_reference LIKE $1 || '%'", "TCK-1"));
    }

    @Test
    void callbackShouldKeepTheFirstAndOpenACaseWhenItsMeaningChanges() {
        expect(Expected.STORED, post(body("TCK-2", 50_000)));
        expect(Expected.CONFLICT, post(body("TCK-2", 60_000)));
        expect(Expected.DUPLICATE, post(body("TCK-2", 50_000)));
        assertEquals(50_000, count("SELECT amount_vnd FROM payment WHERE bank_reference LIKE $1 || '%'", "TCK-2"));
        assertEquals(1, count("SELECT count(*) FROM recon_case WHERE kind = 'CONFLICT' AND fingerprint LIKE $1",
                "%TCK-2%"));
    }

    @Test
    void callbackShouldBeTakenAfterAForgedOneOfTheSameIdWasRefused() {
        byte[] body = body("TCK-3", 50_000);
        String[] signature = sign(body("TCK-3", 50_001), Instant.now());
        expect(Expected.REFUSED, app().sendBytes("POST", path(), body, signature));
        expect(Expected.STORED, post(body));
    }

    @Test
    void callbackShouldBeRefusedWhenItIsReplayedAfterItsWindow() {
        byte[] body = body("TCK-4", 50_000);
        expect(Expected.REFUSED, app().sendBytes("POST", path(), body, sign(body, Instant.now().minusSeconds(3_600))));
        assertEquals(0, count("SELECT count(*) FROM payment WHERE bank_reference LIKE $1 || '%'", "TCK-4"));
    }

    @Test
    void callbackShouldKeepASignedDeliveryThatItCannotRead() {
        byte[] body = "{\"transactions\": \"TCK-5\"}".getBytes(StandardCharsets.UTF_8);
        expect(Expected.UNREADABLE, post(body));
        assertEquals(1, count("SELECT count(*) FROM delivery WHERE verdict = 'MALFORMED' AND raw_body = $1::bytea",
                "{\"transactions\": \"TCK-5\"}"));
    }

    @Test
    void callbackShouldBeRefusedBySizeBeforeAnythingElse() {
        byte[] huge = new byte[TWO_MEBIBYTES];
        java.util.Arrays.fill(huge, (byte) ' ');
        assertEquals(413, app().sendBytes("POST", path(), huge, sign(huge, Instant.now())).statusCode());
    }

    /** The sender's line drops after it has sent; it never hears the answer, and sends again. */
    @Test
    void callbackShouldCountOnceWhenTheAnswerIsLostAndTheSenderRepeats() throws IOException {
        byte[] body = body("TCK-6", 50_000);
        sendAndHangUp(body);
        HttpResponse<String> answer = post(body);
        assertTrue(says(answer, Expected.STORED) || says(answer, Expected.DUPLICATE), answer.body());
        assertEquals(1, count("SELECT count(*) FROM payment WHERE bank_reference LIKE $1 || '%'", "TCK-6"));
    }

    /** Sends {@code body}, signed now. */
    protected final HttpResponse<String> post(byte[] body) {
        return app().sendBytes("POST", path(), body, sign(body, Instant.now()));
    }

    private void sendAndHangUp(byte[] body) throws IOException {
        StringBuilder head = new StringBuilder("POST " + path() + " HTTP/1.1\r\nhost: localhost\r\ncontent-length: "
                + body.length + "\r\n");
        String[] headers = sign(body, Instant.now());
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        try (Socket socket = new Socket("127.0.0.1", app().app().port()); OutputStream out = socket.getOutputStream()) {
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            out.write(body);
            out.flush();
        }
    }

    private void expect(Expected expected, HttpResponse<String> answer) {
        assertTrue(says(answer, expected), expected + " but was " + answer.statusCode() + " " + answer.body());
    }

    private long count(String sql, String parameter) {
        return await(pool().preparedQuery(sql).execute(
                sql.contains("bytea") ? Tuple.of(io.vertx.core.buffer.Buffer.buffer(parameter)) : Tuple.of(parameter)))
                .iterator().next().getLong(0);
    }
}
