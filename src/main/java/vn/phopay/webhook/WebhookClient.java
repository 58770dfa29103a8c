package vn.phopay.webhook;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import vn.phopay.config.WebhookConfig;

/**
 * Calls receivers in the Internet that somebody else chose. A name is looked up once, its address is held against
 * {@link AddressRules}, and that very address is connected to, under the name ({@code Host}, SNI and the certificate):
 * a name that changes its address between look and call gains nothing. No redirects, no proxies, and an answer is read
 * only as far as its beginning.
 */
final class WebhookClient {
    private static final int RESPONSE_BYTES_KEPT = 1_024;
    /** Who sends more than this after its status is cut off. */
    private static final int RESPONSE_BYTES_MAX = 65_536;
    private static final int HEADER_BYTES_MAX = 8_192;
    private static final int CONNECTIONS_WAITING_MAX = 64;
    private static final int CONNECTION_IDLE_SECONDS = 30;

    private final HttpClientAgent client;
    private final HostResolver resolver;
    private final AddressRules rules;
    private final Duration timeout;

    /** Each endpoint has one call at a time; one server may stand behind as many endpoints as there are senders. */
    WebhookClient(Vertx vertx, HostResolver resolver, AddressRules rules, WebhookConfig.Sending limits) {
        this(vertx.createHttpClient(options(limits.timeout()), pool(limits.senders())), resolver, rules,
                limits.timeout());
    }

    /** With a client of its own, whose {@link #options} trust what a test wants. */
    WebhookClient(HttpClientAgent client, HostResolver resolver, AddressRules rules, Duration timeout) {
        this.client = client;
        this.resolver = resolver;
        this.rules = rules;
        this.timeout = timeout;
    }

    static HttpClientOptions options(Duration timeout) {
        return new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
                .setIdleTimeout(CONNECTION_IDLE_SECONDS + Math.toIntExact(timeout.toSeconds()))
                .setMaxHeaderSize(HEADER_BYTES_MAX)
                .setKeepAliveTimeout(CONNECTION_IDLE_SECONDS)
                .setDecompressionSupported(false)
                .setVerifyHost(true);
    }

    static PoolOptions pool(int perServer) {
        return new PoolOptions()
                .setHttp1MaxSize(perServer)
                .setMaxWaitQueueSize(CONNECTIONS_WAITING_MAX);
    }

    /** Posts {@code body}; never fails: what went wrong is the attempt's. */
    Future<Attempt> post(WebhookUrl url, MultiMap headers, String body) {
        long startedNs = System.nanoTime();
        Promise<HttpClientRequest> request = Promise.promise();
        return resolver.resolve(url.host())
                .compose(addresses -> allowed(addresses).map(address -> options(url, address, headers))
                        .map(options -> client.request(options).onComplete(request))
                        .orElseGet(() -> Future.failedFuture(new AddressRefusedException())))
                .compose(opened -> opened.send(Buffer.buffer(body)))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .compose(response -> beginning(response, startedNs).map(text -> answered(response, text, startedNs)))
                .onFailure(fault -> request.future().onSuccess(HttpClientRequest::reset))
                .otherwise(fault -> Attempt.failed(wordsFor(fault), since(startedNs)));
    }

    /** Closes its connections. */
    Future<Void> close() {
        return client.close();
    }

    private Optional<InetAddress> allowed(List<InetAddress> addresses) {
        return addresses.stream().filter(rules::allow).findFirst();
    }

    private static RequestOptions options(WebhookUrl url, InetAddress address, MultiMap headers) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.isTls())
                .setURI(url.requestTarget())
                .setFollowRedirects(false)
                .setHeaders(headers);
    }

    /** The status is what counts: a body that is long, or does not end in time, is cut and changes nothing. */
    private Future<String> beginning(HttpClientResponse response, long startedNs) {
        Promise<String> text = Promise.promise();
        Buffer kept = Buffer.buffer();
        long[] seen = {0};
        response.exceptionHandler(broken -> text.tryComplete(toText(kept)));
        response.endHandler(end -> text.tryComplete(toText(kept)));
        response.handler(part -> {
            kept.appendBuffer(part, 0, Math.min(part.length(), RESPONSE_BYTES_KEPT - kept.length()));
            seen[0] += part.length();
            if (seen[0] > RESPONSE_BYTES_MAX && text.tryComplete(toText(kept))) {
                response.request().reset();
            }
        });
        long leftMs = Math.max(1, timeout.minus(since(startedNs)).toMillis());
        return text.future().timeout(leftMs, TimeUnit.MILLISECONDS).recover(late -> {
            response.request().reset();
            return Future.succeededFuture(toText(kept));
        });
    }

    private static Attempt answered(HttpClientResponse response, String text, long startedNs) {
        int status = response.statusCode();
        Optional<String> error = status >= 200 && status < 300 ? Optional.empty() : Optional.of("answered " + status);
        return new Attempt(Optional.of(status), error, Optional.of(text), retryAfter(response), since(startedNs));
    }

    /** RFC 9110 section 10.2.3, seconds only: receivers of webhooks send no dates, and a date needs a right clock. */
    private static Optional<Duration> retryAfter(HttpClientResponse response) {
        return Optional.ofNullable(response.getHeader("retry-after"))
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private static String toText(Buffer body) {
        return new String(body.getBytes(), StandardCharsets.UTF_8).replace("\0", "");
    }

    private static String wordsFor(Throwable fault) {
        return switch (fault) {
            case AddressRefusedException refused -> "the name has no address in the public Internet";
            case UnknownHostException unknown -> "the name is not known";
            case TimeoutException late -> "no answer in time";
            case ConnectException refused -> "the connection was refused";
            case SSLException untrusted -> "the TLS certificate or handshake was refused";
            default -> "the connection broke (" + fault.getClass().getSimpleName() + ")";
        };
    }

    private static Duration since(long startedNs) {
        return Duration.ofNanos(System.nanoTime() - startedNs);
    }

    private static final class AddressRefusedException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
