package vn.phopay.config;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL connection URL: {@code postgresql://user:pass@host:port/database?sslmode=…&sslrootcert=…}.
 *
 * <p>Read here and not by the driver: the driver's parser turns {@code +} in a password into a blank, sends
 * {@code sslrootcert} to the server as a run-time parameter, and takes no TLS as the default. Without {@code sslmode}
 * we do what PostgreSQL's own clients do: {@code prefer}. An unknown parameter is an error, so that a misspelt
 * {@code sslmode} cannot switch TLS off.
 *
 * @param sslRootCert a PEM file of trusted roots, {@code system} for the roots this JVM trusts, or null
 */
public record DatabaseUrl(
        String user,
        @Nullable String password,
        String host,
        int port,
        String database,
        String sslMode,
        @Nullable String sslRootCert,
        @Nullable String applicationName) {

    /** The words for error messages. */
    public static final String EXPECTATION =
            "postgresql://user:password@host:port/database?sslmode=…, special characters percent-encoded";

    /** The values of {@code sslmode}, weakest first, as libpq defines them. */
    public static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private static final List<String> PARAMETERS = List.of("sslmode", "sslrootcert", "application_name");
    private static final int PORT_DEFAULT = 5432;
    private static final int PORT_MAX = 65_535;
    private static final Pattern FORM = Pattern.compile("postgres(?:ql)?://"
            + "(?:(?<user>[^:@/?]+)(?::(?<password>[^@/?]*))?@)"
            + "(?<host>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?"
            + "/(?<database>[^/?#]+)(?:\\?(?<query>[^#]*))?");

    /** Parses {@code text}; {@code setting} is the name to blame in the {@link ConfigException}. */
    public static DatabaseUrl parse(String setting, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new ConfigException(setting, "expected " + EXPECTATION);
        }
        Map<String, String> parameters = parameters(setting, form.group("query"));
        String sslMode = parameters.getOrDefault("sslmode", "prefer");
        if (!SSL_MODES.contains(sslMode)) {
            throw new ConfigException(setting, "sslmode must be one of " + String.join(", ", SSL_MODES));
        }
        String sslRootCert = parameters.get("sslrootcert");
        if (sslMode.startsWith("verify-") && sslRootCert == null) {
            throw new ConfigException(setting, "sslmode=" + sslMode + " needs sslrootcert=FILE or sslrootcert=system");
        }
        String password = form.group("password");
        return new DatabaseUrl(
                decode(setting, form.group("user")),
                password == null ? null : decode(setting, password),
                form.group("host").replaceAll("[\\[\\]]", ""),
                port(setting, form.group("port")),
                decode(setting, form.group("database")),
                sslMode,
                sslRootCert,
                parameters.get("application_name"));
    }

    /** The URL with its password in clear: for handing to a process of the same owner, never for a log. */
    public String toUrl() {
        return render(password == null ? "" : ":" + encode(password));
    }

    /** The URL with {@code ****} in the place of the password. */
    public String masked() {
        return render(password == null ? "" : ":****");
    }

    /** The same server and credentials, another database. */
    public DatabaseUrl withDatabase(String name) {
        return new DatabaseUrl(user, password, host, port, name, sslMode, sslRootCert, applicationName);
    }

    @Override
    public String toString() {
        return masked();
    }

    private String render(String passwordPart) {
        String hostPart = host.contains(":") ? "[" + host + "]" : host;
        return "postgresql://" + encode(user) + passwordPart + "@" + hostPart + ":" + port + "/" + encode(database)
                + "?sslmode=" + sslMode
                + (sslRootCert == null ? "" : "&sslrootcert=" + encode(sslRootCert))
                + (applicationName == null ? "" : "&application_name=" + encode(applicationName));
    }

    private static int port(String setting, @Nullable String text) {
        int port = text == null ? PORT_DEFAULT : Integer.parseInt(text);
        if (port < 1 || port > PORT_MAX) {
            throw new ConfigException(setting, "the port must be from 1 to " + PORT_MAX);
        }
        return port;
    }

    private static Map<String, String> parameters(String setting, @Nullable String query) {
        Map<String, String> keyToValue = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return keyToValue;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (equals <= 0 || equals == pair.length() - 1 || !PARAMETERS.contains(key)) {
                throw new ConfigException(setting, "the URL parameters allowed are " + String.join(", ", PARAMETERS)
                        + ", each with a value");
            }
            if (keyToValue.put(key, decode(setting, pair.substring(equals + 1))) != null) {
                throw new ConfigException(setting, "the URL parameter " + key + " is given twice");
            }
        }
        return keyToValue;
    }

    private static String decode(String setting, String text) {
        try {
            // URLDecoder reads forms, where + is a blank; in a URL + is itself.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(setting, "bad percent-encoding; expected " + EXPECTATION);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
