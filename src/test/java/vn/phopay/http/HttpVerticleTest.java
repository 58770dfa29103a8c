package vn.phopay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpVerticleTest {
    private static final int LONGER_THAN_A_WINDOW = 1 << 20;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        await(vertx.close());
    }

    /** A client that upgraded to HTTP/2 without TLS once waited for ever for the rest of a long answer. */
    @Test
    void serverShouldStayWithHttp11WhenAClientOffersToUpgradeWithoutTls() {
        HttpVerticle verticle = new HttpVerticle(
                HttpVerticle.standardOptions().setHost("127.0.0.1").setPort(0), HttpVerticleTest::longAnswers, 1_000);
        await(vertx.deployVerticle(verticle));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + verticle.port() + "/")).build();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpResponse<String> answer = assertTimeoutPreemptively(Duration.ofSeconds(30),
                    () -> client.send(request, HttpResponse.BodyHandlers.ofString()));
            assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
            assertEquals(LONGER_THAN_A_WINDOW, answer.body().length());
        }
    }

    private static Router longAnswers(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(context -> context.response().end(Buffer.buffer(new byte[LONGER_THAN_A_WINDOW])));
        return router;
    }
}
