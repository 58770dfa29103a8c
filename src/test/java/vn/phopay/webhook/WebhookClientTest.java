package vn.phopay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.config.WebhookConfig;
import vn.phopay.testing.WebhookReceiver;
import vn.phopay.testing.WebhookReceiver.Answer;

class WebhookClientTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final AddressRules DEMO = new AddressRules(true);
    private static final AddressRules STRICT = new AddressRules(false);
    private static final WebhookConfig.Sending LIMITS =
            new WebhookConfig.Sending(4, Duration.ofMillis(1_500), Duration.ofSeconds(60));
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @TempDir
    static Path keys;

    @AfterAll
    static void close() {
        await(VERTX.close());
    }

    @Test
    void postShouldConnectToTheAddressItLookedAtAndNeverLookAgain() {
        AtomicInteger looks = new AtomicInteger();
        // A name that is public at the first look and ours at the second, as DNS rebinding does it.
        HostResolver rebinding = host -> Future.succeededFuture(List.of(
                looks.incrementAndGet() == 1 ? InetAddress.ofLiteral("203.0.114.1") : LOOPBACK));
        try (WebhookReceiver inside = WebhookReceiver.start(one -> Answer.of(200))) {
            Attempt attempt = post(client(rebinding, STRICT), "http://rebind.example:" + inside.port() + "/");
            assertFalse(attempt.isDelivered());
            assertEquals(1, looks.get());
            assertEquals(List.of(), inside.received());
            Attempt second = post(client(rebinding, STRICT), "http://rebind.example:" + inside.port() + "/");
            assertEquals(Optional.of("the name has no address in the public Internet"), second.error());
            assertEquals(List.of(), inside.received());
        }
    }

    @Test
    void postShouldCallTheAllowedAddressUnderTheNameWhenANameHasSeveral() {
        HostResolver several = host -> Future.succeededFuture(
                List.of(InetAddress.ofLiteral("10.0.0.1"), InetAddress.ofLiteral("::"), LOOPBACK));
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> new Answer(200, Map.of(), "ok"))) {
            Attempt attempt = post(client(several, DEMO), "http://shop.example:" + receiver.port() + "/hook");
            assertTrue(attempt.isDelivered(), attempt.toString());
            assertEquals("shop.example:" + receiver.port(), receiver.received().getFirst().host());
            assertEquals("/hook", receiver.received().getFirst().path());
            assertEquals(Optional.of("ok"), attempt.response());
        }
    }

    @Test
    void postShouldNotFollowARedirect() {
        try (WebhookReceiver target = WebhookReceiver.start(one -> Answer.of(200));
                WebhookReceiver door = WebhookReceiver.start(
                        one -> Answer.of(307, "location", target.url("/inside")))) {
            Attempt attempt = post(demo(), door.url("/"));
            assertEquals(Optional.of(307), attempt.statusCode());
            assertEquals(Optional.of("answered 307"), attempt.error());
            assertEquals(List.of(), target.received());
        }
    }

    @Test
    void postShouldEndInTimeWhenTheReceiverHangs() throws Exception {
        try (WebhookReceiver hanging = WebhookReceiver.start(one -> Answer.of(0));
                ServerSocket deaf = new ServerSocket(0, 1, LOOPBACK)) {
            assertEquals(Optional.of("no answer in time"), post(demo(), hanging.url("/")).error());
            Attempt silent = post(demo(), "http://127.0.0.1:" + deaf.getLocalPort() + "/");
            assertEquals(Optional.of("no answer in time"), silent.error());
        }
    }

    @Test
    void postShouldCountTheStatusWhenTheBodyIsEndless() {
        String long64k = "x".repeat(200_000);
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> new Answer(200, Map.of(), long64k))) {
            Attempt attempt = post(demo(), receiver.url("/"));
            assertTrue(attempt.isDelivered(), attempt.toString());
            assertEquals(1_024, attempt.response().orElseThrow().length());
        }
    }

    @Test
    void postShouldSayWhyNobodyAnswered() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, LOOPBACK)) {
            port = gone.getLocalPort();
        }
        assertEquals(Optional.of("the connection was refused"), post(demo(), "http://127.0.0.1:" + port + "/").error());
        WebhookClient nameless = client(
                host -> Future.failedFuture(new UnknownHostException(host)), DEMO);
        assertEquals(Optional.of("the name is not known"), post(nameless, "http://nobody.example/").error());
    }

    @Test
    void postShouldReadRetryAfterInSecondsOnly() {
        for (String value : List.of("120", "Wed, 21 Oct 2026 07:28:00 GMT", "-5", "99999999999")) {
            try (WebhookReceiver receiver = WebhookReceiver.start(one -> Answer.of(429, "retry-after", value))) {
                Attempt attempt = post(demo(), receiver.url("/"));
                assertEquals(value.equals("120") ? Optional.of(Duration.ofSeconds(120)) : Optional.empty(),
                        attempt.retryAfter(), value);
            }
        }
    }

    @Test
    void postShouldRefuseACertificateOfAnotherNameAndSendTheNameInTheHandshake() throws Exception {
        PfxOptions certificate = certificate("shop.example");
        CompletableFuture<String> indicated = new CompletableFuture<>();
        HttpServer server = await(VERTX.createHttpServer(new HttpServerOptions().setSsl(true).setSni(true)
                        .setKeyCertOptions(certificate))
                .requestHandler(request -> {
                    indicated.complete(request.connection().indicatedServerName());
                    request.response().end();
                })
                .listen(0, "127.0.0.1"));
        HostResolver here = host -> Future.succeededFuture(List.of(LOOPBACK));
        // The first handshake of a JVM takes its time.
        Duration patience = Duration.ofSeconds(20);
        WebhookClient trusting = new WebhookClient(
                VERTX.createHttpClient(WebhookClient.options(patience)
                        .setTrustOptions(certificate), WebhookClient.pool(1)),
                here, DEMO, patience);
        String port = ":" + server.actualPort() + "/";
        Attempt trusted = post(trusting, "https://shop.example" + port);
        assertTrue(trusted.isDelivered(), trusted.toString());
        assertEquals("shop.example", indicated.join());
        assertEquals(Optional.of("the TLS certificate or handshake was refused"),
                post(trusting, "https://other.example" + port).error());
        WebhookClient strict = new WebhookClient(
                VERTX.createHttpClient(WebhookClient.options(patience), WebhookClient.pool(1)), here, DEMO, patience);
        assertEquals(Optional.of("the TLS certificate or handshake was refused"),
                post(strict, "https://shop.example" + port).error());
        await(server.close());
    }

    /** A self-signed certificate by the JDK's own keytool, in a file that is also its own trust. */
    private static PfxOptions certificate(String name) throws Exception {
        Path store = keys.resolve("keys.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "s", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "SAN=dns:" + name,
                "-validity", "30", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit")
                .redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        return new PfxOptions().setPath(store.toString()).setPassword("changeit");
    }

    private static WebhookClient demo() {
        return client(host -> Future.succeededFuture(List.of(InetAddress.ofLiteral(host))), DEMO);
    }

    private static WebhookClient client(HostResolver resolver, AddressRules rules) {
        return new WebhookClient(VERTX, resolver, rules, LIMITS);
    }

    private static Attempt post(WebhookClient client, String url) {
        return await(client.post(WebhookUrl.stored(url), MultiMap.caseInsensitiveMultiMap().add("webhook-id", "e"),
                "{\"sequence\":1}"));
    }
}
