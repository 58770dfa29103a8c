package vn.phopay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

/** A sender that says no length and does not stop, byte by byte on a socket. */
class OverlongBodyTest {
    private static final int LIMIT = 1_024;
    private static final int CHUNK = 16_384;
    private static final String HEAD =
            "POST /things HTTP/1.1\r\nhost: x\r\ncontent-type: %s\r\ntransfer-encoding: chunked\r\n\r\n";
    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data; boundary=x";

    private TestHttp http;

    @BeforeEach
    void start() {
        EndpointSpec spec = EndpointSpec.post("/things", Access.ANYONE).withBodyBytesMax(LIMIT);
        http = new TestHttp.Builder(TestPostgres.vertx(), Clock.systemUTC(), Calls.NOBODY)
                .add(Calls.endpoint(spec, call -> Future.succeededFuture(
                        Reply.bytes(200, "text/plain", Buffer.buffer("read " + call.rawBody().length())))))
                .start();
    }

    @AfterEach
    void close() {
        http.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, MULTIPART})
    void answerShouldBe413AndTheConnectionUsableOrClosedWhenChunksExceedTheLimit(String type) throws IOException {
        String head = HEAD.formatted(type);
        try (Socket socket = connect()) {
            send(socket, head + chunk(LIMIT + 1));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 413 Request Entity Too Large", answers.readLine());

            send(socket, "0\r\n\r\n" + head + chunk(LIMIT) + "0\r\n\r\n");
            Optional<String> second = answers.lines().filter(line -> line.contains("HTTP/1.1 ")).findFirst();
            assertTrue(second.isEmpty() || second.get().endsWith("HTTP/1.1 200 OK"), second.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, MULTIPART})
    void bodyShouldBeTakenWholeUpToTheLimitAndRefusedByItsLengthAbove(String type) {
        assertEquals("read " + LIMIT, sendWhole(type, LIMIT).body());
        assertEquals(413, sendWhole(type, LIMIT + 1).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, MULTIPART})
    void senderShouldBeCutOffWhenItDoesNotStop(String type) throws IOException {
        try (Socket socket = connect()) {
            send(socket, HEAD.formatted(type));
            assertTrue(isCutOff(socket), "a body of 1 KiB at most still goes on");
        }
        assertEquals(200, http.send("POST", "/things", null).statusCode());
    }

    private HttpResponse<String> sendWhole(String type, int length) {
        HttpRequest request = HttpRequest.newBuilder(http.uri("/things")).header("content-type", type)
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(length))).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the connection ends within 20 seconds of sending. */
    private static boolean isCutOff(Socket socket) {
        String chunk = chunk(CHUNK);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() - deadline < 0) {
            try {
                send(socket, chunk);
            } catch (IOException cutOff) {
                return true;
            }
        }
        return false;
    }

    private Socket connect() throws IOException {
        URI uri = http.uri("/things");
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String chunk(int length) {
        return Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n";
    }
}
