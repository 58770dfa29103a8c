package vn.phopay.load;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.standard.StandardDialect;
import vn.phopay.http.Access;
import vn.phopay.http.ApiRouter;
import vn.phopay.http.Authenticated;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Guarded;
import vn.phopay.http.HttpVerticle;
import vn.phopay.http.Measured;
import vn.phopay.http.Reply;
import vn.phopay.identity.BankKeyId;
import vn.phopay.identity.IdSource;

/**
 * The service's own HTTP server with nothing behind it: same router and decorators, signature checked, JSON read.
 * Arguments: the HMAC secret and the number of event loops. Prints its port.
 */
public final class CeilingServer {
    private static final int BODY_BYTES_MAX = 1_048_576;
    private static final long TIMEOUT_MS = 10_000;

    private CeilingServer() {}

    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        Clock clock = Clock.systemUTC();
        byte[] secret = Base64.getDecoder().decode(arguments[0].substring("whsec_".length()));
        Endpoint endpoint = decorated(new CheckCallback(new BankKey.Hmac(new BankKeyId(new UUID(0, 1)), secret)));
        IdSource ids = new IdSource(clock);
        ApiRouter router = new ApiRouter(clock, () -> ids.next().toString());
        // -1: any free port, the same one for all event loops.
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(-1).setTcpNoDelay(true);
        int port = 0;
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            HttpVerticle verticle = new HttpVerticle(options, v -> router.build(v, List.of(endpoint)), TIMEOUT_MS);
            vertx.deployVerticle(verticle).await();
            port = verticle.port();
        }
        System.out.println("(port " + port + ")");
    }

    private static Endpoint decorated(Endpoint endpoint) {
        Endpoint authenticated = new Authenticated(endpoint, token ->
                Future.failedFuture(new IllegalStateException("nobody logs in here")));
        return new Measured(
                new Guarded(authenticated, TIMEOUT_MS), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    /** Checks the signature, reads the transactions, and answers as if they were kept. */
    private static final class CheckCallback implements Endpoint {
        private final EndpointSpec spec =
                EndpointSpec.post("/api/v1/banks/{code}/callbacks", Access.ANYONE).withBodyBytesMax(BODY_BYTES_MAX);
        private final StandardDialect dialect = new StandardDialect(Duration.ofMinutes(5), 1_000);
        private final BankKey key;

        CheckCallback(BankKey key) {
            this.key = key;
        }

        @Override
        public EndpointSpec spec() {
            return spec;
        }

        @Override
        public Future<Reply> handle(Call call) {
            CallbackRequest request = CallbackRequest.post(call.headers(), call.rawBody());
            boolean authentic = dialect.authenticate(List.of(key), request, call.receivedAt())
                    instanceof Dialect.Authentication.Authentic;
            boolean readable = authentic && dialect.read(request) instanceof Dialect.Reading.Transactions;
            Buffer answer = Buffer.buffer("{\"results\":[]}");
            return Future.succeededFuture(Reply.bytes(readable ? 200 : 400, Reply.JSON, answer));
        }
    }
}
