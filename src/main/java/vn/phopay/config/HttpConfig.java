package vn.phopay.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where and how the service listens.
 *
 * @param port the port to listen on; 0 asks the system for a free one
 * @param publicUrl what links and posters carry, without a trailing slash
 * @param eventLoops HTTP verticles, one event loop each
 */
public record HttpConfig(
        String host,
        int port,
        URI publicUrl,
        int eventLoops,
        int bodyBytesMax,
        int callbackBodyBytesMax,
        Duration requestTimeout,
        Duration shutdownTimeout) {

    static final Setting HOST = Setting.text("PHOPAY_HTTP_HOST", 255)
            .defaults("127.0.0.1")
            .means("Address to listen on; 0.0.0.0 for all.");
    static final Setting PORT = Setting.number("PHOPAY_HTTP_PORT", "port", 0, 65_535)
            .defaults(8080)
            .means("Port to listen on; 0 takes any free one.");
    static final Setting PUBLIC_URL = Setting.of("PHOPAY_PUBLIC_URL", Setting.Type.HTTP_URL)
            .defaultsFrom("http://host:port", v -> derivedUrl(v.text(HOST), v.integer(PORT)))
            .means("How the outside reaches the service: links on posters and in answers.");
    static final Setting EVENT_LOOPS = Setting.number("PHOPAY_HTTP_EVENT_LOOPS", "event loops", 1, 256)
            .defaultsFrom("number of cores", v -> Integer.toString(Runtime.getRuntime().availableProcessors()))
            .means("Event loops that serve HTTP.");
    static final Setting BODY_BYTES_MAX = Setting.number("PHOPAY_BODY_BYTES_MAX", "bytes", 1024, 16_777_216)
            .defaults(65_536)
            .means("Longest request body, bank callbacks apart.");
    static final Setting CALLBACK_BODY_BYTES_MAX =
            Setting.number("PHOPAY_CALLBACK_BODY_BYTES_MAX", "bytes", 1024, 16_777_216)
                    .defaults(1_048_576)
                    .means("Longest body of a bank callback.");
    static final Setting REQUEST_TIMEOUT_MS = Setting.number("PHOPAY_REQUEST_TIMEOUT_MS", "ms", 100, 300_000)
            .defaults(10_000)
            .means("Time budget of one request.");
    static final Setting SHUTDOWN_TIMEOUT_MS = Setting.number("PHOPAY_SHUTDOWN_TIMEOUT_MS", "ms", 0, 600_000)
            .defaults(20_000)
            .means("Longest wait for requests in flight when stopping.");
    static final List<Setting> SETTINGS = List.of(
            HOST, PORT, PUBLIC_URL, EVENT_LOOPS, BODY_BYTES_MAX, CALLBACK_BODY_BYTES_MAX, REQUEST_TIMEOUT_MS,
            SHUTDOWN_TIMEOUT_MS);

    static HttpConfig from(SettingValues values) {
        return new HttpConfig(
                values.text(HOST),
                values.integer(PORT),
                values.httpUrl(PUBLIC_URL),
                values.integer(EVENT_LOOPS),
                values.integer(BODY_BYTES_MAX),
                values.integer(CALLBACK_BODY_BYTES_MAX),
                values.millis(REQUEST_TIMEOUT_MS),
                values.millis(SHUTDOWN_TIMEOUT_MS));
    }

    /** The same with the port that was really bound; a public URL that was derived from the port follows it. */
    public HttpConfig withBoundPort(int boundPort) {
        boolean derived = publicUrl.equals(URI.create(derivedUrl(host, port)));
        URI url = derived ? URI.create(derivedUrl(host, boundPort)) : publicUrl;
        return new HttpConfig(host, boundPort, url, eventLoops, bodyBytesMax, callbackBodyBytesMax, requestTimeout,
                shutdownTimeout);
    }

    private static String derivedUrl(String host, int port) {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
