package vn.phopay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

class ApiRouterTest {
    private static final int LIMIT = EndpointSpec.JSON_BODY_BYTES_MAX;

    private final TestHttp http = new TestHttp.Builder(TestPostgres.vertx(), Clock.systemUTC(), Calls.NOBODY)
            .add(Calls.endpoint(EndpointSpec.get("/things/{id}", Access.ANYONE), call -> ok(call.path("id"))))
            .add(Calls.endpoint(EndpointSpec.get("/things/{id}.svg", Access.ANYONE),
                    call -> ok("svg " + call.path("id"))))
            .add(Calls.endpoint(EndpointSpec.get("/find", Access.ANYONE),
                    call -> ok(call.queryParameter("q").orElse("-"))))
            .add(Calls.endpoint(EndpointSpec.post("/things", Access.ANYONE), call -> ok(call.rawBody().length() + "")))
            .add(new Full())
            .start();

    private static Future<Reply> ok(String value) {
        return Future.succeededFuture(Reply.ok(new JsonObject().put("value", value)));
    }

    /** Has no room for any call. */
    private static final class Full implements Endpoint {
        @Override
        public EndpointSpec spec() {
            return EndpointSpec.post("/full", Access.ANYONE);
        }

        @Override
        public Optional<Reply> refuseEarly(Map<String, String> pathParameters) {
            return Optional.of(Reply.problem(ProblemCode.REQUEST_OVERLOADED, "Full.").with("retry-after", "1"));
        }

        @Override
        public Future<Reply> handle(Call call) {
            return Future.failedFuture("never reached");
        }
    }

    @AfterEach
    void close() {
        http.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404, REQUEST_NOT_FOUND",
        "GET, /things, 405, REQUEST_METHOD_NOT_ALLOWED",
        "GET, /things/, 405, REQUEST_METHOD_NOT_ALLOWED",
        "GET, /things/a/b, 404, REQUEST_NOT_FOUND",
        "POST, /nowhere, 404, REQUEST_NOT_FOUND",
        "DELETE, /things, 405, REQUEST_METHOD_NOT_ALLOWED",
        "PUT, /things/a, 405, REQUEST_METHOD_NOT_ALLOWED",
    })
    void answerShouldBeAProblemWhenNothingIsRouted(String method, String path, int status, String code) {
        HttpResponse<String> answer = http.send(method, path, null);

        assertEquals(status, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "content-type"));
        JsonObject problem = new JsonObject(answer.body());
        assertEquals(code, problem.getString("code"));
        assertEquals(status, problem.getInteger("status"));
        assertEquals("urn:phopay:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'),
                problem.getString("type"));
        assertEquals(header(answer, "x-request-id"), problem.getString("requestId"));
    }

    @Test
    void answerShouldNameTheMethodsWhenTheyAreOthers() {
        assertEquals("POST", header(http.send("DELETE", "/things", null), "allow"));
        assertEquals("GET, HEAD", header(http.send("DELETE", "/things/a", null), "allow"));
    }

    @Test
    void headShouldAnswerAsGetWithoutABodyWhenAsked() {
        HttpResponse<String> answer = http.send("HEAD", "/things/a", null);

        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals("application/json", header(answer, "content-type"));
    }

    @Test
    void pathMemberShouldBeDecodedWhenItIsEscaped() {
        assertEquals("phở bò", value(http.send("GET", "/things/ph%E1%BB%9F%20b%C3%B2", null)));
        assertEquals("svg qr_1", value(http.send("GET", "/things/qr_1.svg", null)));
    }

    @Test
    void nulShouldNeverReachAnEndpointWhenItIsEscapedInTheAddress() {
        assertEquals(404, http.send("GET", "/things/a%00b", null).statusCode());
        assertEquals(400, http.send("GET", "/find?q=a%00b", null).statusCode());
        assertEquals("phở", value(http.send("GET", "/find?q=ph%E1%BB%9F", null)));
        assertEquals("-", value(http.send("GET", "/find?q=%20", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/find?q=%zz", "/find?q=%", "/things/%zz", "/things/%E1%BB"})
    void answerShouldBeNoFaultWhenTheAddressIsBadlyEscaped(String target) throws IOException {
        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n", "}");

        assertTrue(answer.startsWith("HTTP/1.1 400 ") || answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("x-content-type-options: nosniff"), answer);
    }

    @Test
    void bodyShouldBeRefusedWhenItIsOneByteOverTheLimit() {
        JsonObject fits = new JsonObject().put("a", "x".repeat(LIMIT - "{'a':''}".length()));
        JsonObject over = new JsonObject().put("a", "x".repeat(LIMIT - "{'a':''}".length() + 1));

        assertEquals(LIMIT + "", value(http.send("POST", "/things", fits)));
        HttpResponse<String> refused = http.send("POST", "/things", over);
        assertEquals(413, refused.statusCode());
        assertEquals("REQUEST_TOO_LARGE", new JsonObject(refused.body()).getString("code"));
    }

    @Test
    void bodyShouldBeRefusedWhenItIsOverTheLimitAndItsLengthIsNotSaid() throws Exception {
        HttpRequest chunked = HttpRequest.newBuilder(http.uri("/things"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1])))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertEquals(413, client.send(chunked, HttpResponse.BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void earlyRefusalShouldComeBeforeTheBodyWhenTheEndpointIsFull() throws IOException {
        String answer = raw("POST /full HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n", "}");

        assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
        assertTrue(answer.contains("retry-after: 1"), answer);
        assertTrue(answer.contains("REQUEST_OVERLOADED"), answer);
    }

    @Test
    void requestIdShouldBeEchoedWhenItIsUsable() {
        assertEquals("abc-123_x.Y", sentBack("abc-123_x.Y"));
        assertEquals("a".repeat(64), sentBack("a".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "abc def gh", "<script>alert(1)</script>"})
    void requestIdShouldBeOursWhenTheSentOneIsUnusable(String sent) {
        assertTrue(sentBack(sent).matches("[0-9a-f-]{36}"));
        assertNotEquals("a".repeat(65), sentBack("a".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things/a", "/nowhere"})
    void securityHeadersShouldBeOnEveryAnswerWhateverItIs(String path) {
        HttpResponse<String> answer = http.send("GET", path, null);

        assertEquals("nosniff", header(answer, "x-content-type-options"));
        assertEquals("no-referrer", header(answer, "referrer-policy"));
        assertEquals("same-origin", header(answer, "cross-origin-opener-policy"));
        assertTrue(header(answer, "content-security-policy").startsWith("default-src 'none'; script-src 'self';"));
        assertTrue(header(answer, "content-security-policy").endsWith("frame-ancestors 'none'"));
    }

    private String sentBack(String requestId) {
        return header(http.send("GET", "/things/a", null, "x-request-id", requestId), "x-request-id");
    }

    /** Sends {@code request} as it is and reads until {@code end}; the server may leave the connection open. */
    private String raw(String request, String end) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", http.uri("/").getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            for (int read = 0; read >= 0 && answer.indexOf(end) < 0; ) {
                read = socket.getInputStream().read();
                answer.append((char) read);
            }
            return answer.toString();
        }
    }

    private static String value(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getString("value");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
