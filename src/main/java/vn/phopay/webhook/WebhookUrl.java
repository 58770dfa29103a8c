package vn.phopay.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an endpoint is: an absolute http or https URL. What it resolves to is looked at again at every attempt; here
 * only what is plainly no public server is refused, and every spelling of an address but the usual one.
 *
 * @param uri with a host of lower-case letters, no user and no fragment
 */
public record WebhookUrl(URI uri) {
    /** What a URL must be. */
    public static final String RULE = "must be an http or https URL of a server in the public Internet, without user"
            + " and fragment, of at most 2048 characters";

    private static final int LENGTH_MAX = 2_048;
    private static final int PORT_MAX = 65_535;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    /** One way to write an IPv4 address; no octal, no hexadecimal, no missing part (WHATWG URL section 3.5). */
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final String LOCALHOST = "localhost";

    /** Reads a URL by {@code rules}; empty where it is refused. */
    static Optional<WebhookUrl> parse(String text, AddressRules rules) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            return isWeb(uri) && isHostAllowed(hostOf(uri), rules)
                    ? Optional.of(new WebhookUrl(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What was kept in the database, which was read by {@link #parse} once. */
    static WebhookUrl stored(String text) {
        return new WebhookUrl(URI.create(text));
    }

    /** The name or address, without the brackets of an IPv6 address. */
    String host() {
        return hostOf(uri);
    }

    /** The port, whether it is written or not. */
    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isTls() ? HTTPS_PORT : HTTP_PORT;
    }

    boolean isTls() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Path and query, as a request line wants them. */
    String requestTarget() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private static boolean isWeb(URI uri) {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null
                && uri.getPort() != 0 && uri.getPort() <= PORT_MAX;
    }

    private static boolean isHostAllowed(String host, AddressRules rules) {
        if (IPV4.matcher(host).matches() || host.indexOf(':') >= 0) {
            return host.indexOf('%') < 0 && rules.allow(InetAddress.ofLiteral(host));
        }
        boolean local = host.equals(LOCALHOST) || host.endsWith('.' + LOCALHOST);
        return NAME.matcher(host).matches() && (!local || rules.loopbackAllowed());
    }

    private static String hostOf(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
