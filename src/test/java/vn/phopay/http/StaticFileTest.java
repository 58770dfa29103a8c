package vn.phopay.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.TestHttp;

class StaticFileTest {
    private static final StaticFile TEXT = StaticFile.of("a.css", Buffer.buffer("body { color: #222; }\n".repeat(99)));
    private static final StaticFile FONT = StaticFile.of("a.woff2", Buffer.buffer(new byte[] {7, 1, 9, 4, 2, 8}));

    private static Vertx vertx;
    private static TestHttp http;

    @BeforeAll
    static void serve() {
        vertx = Vertx.vertx();
        http = new TestHttp.Builder(vertx, Clock.systemUTC(), token -> Future.succeededFuture(Optional.empty()))
                .add(new Serving("/text", TEXT))
                .add(new Serving("/font", FONT))
                .start();
    }

    @AfterAll
    static void stop() {
        http.close();
        vertx.close().await();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip", "deflate,GZIP;q=0.5", "gzip; q=1.0"})
    void textShouldBeCompressedWhenTheCallerTakesIt(String accepted) throws Exception {
        HttpResponse<byte[]> answer = get("/text", "accept-encoding", accepted);

        assertEquals("gzip", header(answer, "content-encoding"));
        assertEquals("accept-encoding", header(answer, "vary"));
        assertTrue(answer.body().length < TEXT.bytes().length() / 5);
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertArrayEquals(TEXT.bytes().getBytes(), zip.readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "*", "x-gzip2"})
    void textShouldStayAsItIsWhenTheCallerDoesNotTakeGzip(String accepted) throws Exception {
        HttpResponse<byte[]> answer = get("/text", "accept-encoding", accepted);

        assertEquals("", header(answer, "content-encoding"));
        assertEquals("accept-encoding", header(answer, "vary"));
        assertArrayEquals(TEXT.bytes().getBytes(), answer.body());
    }

    @Test
    void fileShouldStayAsItIsWhenCompressingSavesNothing() throws Exception {
        HttpResponse<byte[]> answer = get("/font", "accept-encoding", "gzip");

        assertEquals("", header(answer, "content-encoding"));
        assertEquals("", header(answer, "vary"));
        assertArrayEquals(FONT.bytes().getBytes(), answer.body());
    }

    @Test
    void eachFormShouldHaveATagOfItsOwn() throws Exception {
        String plain = header(get("/text"), "etag");
        String zipped = header(get("/text", "accept-encoding", "gzip"), "etag");
        assertNotEquals(plain, zipped);

        assertEquals(304, get("/text", "if-none-match", plain).statusCode());
        assertEquals(304, get("/text", "if-none-match", zipped, "accept-encoding", "gzip").statusCode());
        assertEquals(200, get("/text", "if-none-match", zipped).statusCode());
        assertEquals(200, get("/text", "if-none-match", plain, "accept-encoding", "gzip").statusCode());
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(http.uri(path));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send((headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private record Serving(String path, StaticFile file) implements Endpoint {
        @Override
        public EndpointSpec spec() {
            return EndpointSpec.get(path, Access.ANYONE);
        }

        @Override
        public Future<Reply> handle(Call call) {
            return Future.succeededFuture(file.reply(call, StaticFile.REVALIDATE));
        }
    }
}
