package vn.phopay.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.TestApp;

/** What every dialect must prove of the whole service: each answer as its sender expects it, each payment once. */
public abstract class CallbackTck {
    private static final int TWO_MEBIBYTES = 2 << 20;
    private static final String PAYMENTS = "SELECT count(*) FROM payment WHERE bank_reference = $1";

    /** The running service. */
    protected abstract TestApp app();

    /** Its database. */
    protected abstract Pool pool();

    /** The call by which the sender tells of one credit to account 0123456789, signed at {@code moment}. */
    protected abstract Sent sent(String id, long amountVnd, Instant moment);

    /** A call that says what {@code said} says, under the signature of {@code signed}. */
    protected abstract Sent forged(Sent said, Sent signed);

    /** A signed call that cannot be read. */
    protected abstract Sent unreadable();

    /** The signed call by which the sender tries its address out; empty where it has none. */
    protected abstract Optional<Sent> probe();

    /** Whether {@code answer} is what this sender expects. */
    protected abstract boolean says(HttpResponse<String> answer, Expected expected);

    /** Whether a signature says when it was made. */
    protected boolean saysItsTime() {
        return true;
    }

    /** The sender's id of the transaction that a test is about. */
    protected String id(int test) {
        return "TCK-" + test;
    }

    /** The bank reference of the transaction with the sender's {@code id}. */
    protected String reference(String id) {
        return id;
    }

    /** One HTTP request; header names and values alternate. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Sent(String method, String path, byte[] body, String... headers) {
        /** What is kept of it: its body or else its query. */
        Buffer evidence() {
            return body.length > 0 ? Buffer.buffer(body) : Buffer.buffer(path.substring(path.indexOf('?') + 1));
        }
    }

    /** What the sender expects to hear. */
    protected enum Expected {
        /** New, and stored. */
        STORED,
        /** Told before. */
        DUPLICATE,
        /** Told before with another meaning. */
        CONFLICT,
        /** Signed, kept, no payment. */
        ACKNOWLEDGED,
        /** The signature does not hold. */
        REFUSED,
        /** It cannot be read. */
        UNREADABLE,
        /** It is larger than we take. */
        TOO_LARGE
    }

    @Test
    void callbackShouldCountOnceWhenItIsRepeated() {
        expect(Expected.STORED, send(now(id(1), 50_000)));
        expect(Expected.DUPLICATE, send(now(id(1), 50_000)));
        assertEquals(1, count(PAYMENTS, reference(id(1))));
    }

    @Test
    void callbackShouldKeepTheFirstAndOpenACaseWhenItsMeaningChanges() {
        expect(Expected.STORED, send(now(id(2), 50_000)));
        expect(Expected.CONFLICT, send(now(id(2), 60_000)));
        expect(Expected.DUPLICATE, send(now(id(2), 50_000)));
        assertEquals(50_000, count("SELECT amount_vnd FROM payment WHERE bank_reference = $1", reference(id(2))));
        assertEquals(1, count("SELECT count(*) FROM recon_case WHERE kind = 'CONFLICT' AND fingerprint LIKE $1",
                "%" + reference(id(2)) + "%"));
    }

    @Test
    void callbackShouldBeTakenAfterAForgedOneOfTheSameIdWasRefused() {
        Sent genuine = now(id(3), 50_000);
        expect(Expected.REFUSED, send(forged(genuine, now(id(3), 50_001))));
        expect(Expected.STORED, send(genuine));
    }

    @Test
    void callbackShouldBeRefusedWhenItIsReplayedAfterItsWindow() {
        Sent old = sent(id(4), 50_000, Instant.now().minusSeconds(90_000));
        if (saysItsTime()) {
            expect(Expected.REFUSED, send(old));
            assertEquals(0, count(PAYMENTS, reference(id(4))));
        } else {
            // Without a time in its signature a replay is good for ever, so its id must tell it.
            expect(Expected.STORED, send(old));
            expect(Expected.DUPLICATE, send(old));
        }
    }

    @Test
    void callbackShouldKeepASignedDeliveryThatItCannotRead() {
        Sent unreadable = unreadable();
        expect(Expected.UNREADABLE, send(unreadable));
        assertEquals("MALFORMED", verdictOf(unreadable));
    }

    @Test
    void callbackShouldKeepAProbeAndMakeNoPaymentOfIt() {
        probe().ifPresent(probe -> {
            long before = count("SELECT count(*) FROM payment WHERE bank_code LIKE $1", "%");
            expect(Expected.ACKNOWLEDGED, send(probe));
            assertEquals("PROBE", verdictOf(probe));
            assertEquals(before, count("SELECT count(*) FROM payment WHERE bank_code LIKE $1", "%"));
        });
    }

    @Test
    void callbackShouldBeRefusedBySizeBeforeAnythingElse() {
        Sent small = now(id(5), 50_000);
        byte[] huge = new byte[TWO_MEBIBYTES];
        Arrays.fill(huge, (byte) ' ');
        expect(Expected.TOO_LARGE, send(new Sent("POST", small.path, huge, small.headers)));
        assertEquals(0, count(PAYMENTS, reference(id(5))));
    }

    /** As when we are killed between COMMIT and answer: it is kept, the sender never hears so, and sends again. */
    @Test
    void callbackShouldCountOnceWhenTheAnswerIsLostAndTheSenderRepeats() throws IOException {
        Sent call = now(id(6), 50_000);
        sendAndNeverReadTheAnswer(call);
        expect(Expected.DUPLICATE, send(call));
        assertEquals(1, count(PAYMENTS, reference(id(6))));
    }

    /** The call of one credit, signed now. */
    protected final Sent now(String id, long amountVnd) {
        return sent(id, amountVnd, Instant.now());
    }

    /** Sends {@code call}. */
    protected final HttpResponse<String> send(Sent call) {
        return app().sendBytes(call.method, call.path, call.body, call.headers);
    }

    /** Holds {@code answer} against what the sender expects. */
    protected final void expect(Expected expected, HttpResponse<String> answer) {
        assertTrue(says(answer, expected), expected + " but was " + answer.statusCode() + " " + answer.body());
    }

    /** A number from the database. */
    protected final long count(String sql, String parameter) {
        return await(pool().preparedQuery(sql).execute(Tuple.of(parameter))).iterator().next().getLong(0);
    }

    /** What became of the delivery that was kept of {@code call}; fails unless there is one. */
    protected final String verdictOf(Sent call) {
        return await(pool().preparedQuery("SELECT verdict FROM delivery WHERE raw_body = $1")
                .execute(Tuple.of(call.evidence()))).iterator().next().getString(0);
    }

    /** The line drops once the payment is committed, before the answer was read. */
    private void sendAndNeverReadTheAnswer(Sent call) throws IOException {
        StringBuilder head = new StringBuilder(call.method + " " + call.path + " HTTP/1.1\r\nhost: localhost\r\n"
                + "content-length: " + call.body.length + "\r\n");
        for (int i = 0; i < call.headers.length; i += 2) {
            head.append(call.headers[i]).append(": ").append(call.headers[i + 1]).append("\r\n");
        }
        try (Socket socket = new Socket("127.0.0.1", app().app().port()); OutputStream out = socket.getOutputStream()) {
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            out.write(call.body);
            out.flush();
            Eventually.equal(1L, () -> count(PAYMENTS, reference(id(6))));
        }
    }
}
