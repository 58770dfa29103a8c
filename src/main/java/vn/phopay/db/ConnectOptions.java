package vn.phopay.db;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import vn.phopay.config.DatabaseUrl;

/** Turns a {@link DatabaseUrl} into the driver's options, TLS as PostgreSQL's own clients understand it. */
public final class ConnectOptions {
    private static final int STATEMENT_CACHE_MAX = 256;

    private ConnectOptions() {}

    /**
     * The options for a connection to {@code url}, prepared statements cached whatever their length.
     *
     * <p>{@code allow}, {@code prefer} and {@code require} encrypt without asking who the server is, except that
     * {@code require} with a root certificate checks the certificate, as libpq does. {@code verify-ca} checks the
     * certificate, {@code verify-full} the host name too.
     */
    public static PgConnectOptions of(DatabaseUrl url) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(url.host())
                .setPort(url.port())
                .setDatabase(url.database())
                .setUser(url.user())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(STATEMENT_CACHE_MAX)
                // The driver caches no statement longer than 2048 characters unless told; ours of the hot path are.
                .setPreparedStatementCacheSqlFilter(sql -> true)
                .addProperty("application_name", url.applicationName() == null ? "phopay" : url.applicationName());
        if (url.password() != null) {
            options.setPassword(url.password());
        }
        return tls(options, url);
    }

    private static PgConnectOptions tls(PgConnectOptions options, DatabaseUrl url) {
        SslMode mode = sslMode(url);
        options.setSslMode(mode);
        boolean verified = mode == SslMode.VERIFY_CA || mode == SslMode.VERIFY_FULL;
        ClientSSLOptions ssl = new ClientSSLOptions()
                .setHostnameVerificationAlgorithm(mode == SslMode.VERIFY_FULL ? "HTTPS" : "")
                .setTrustAll(!verified);
        if (verified) {
            ssl.setTrustOptions(trust(url.sslRootCert()));
        }
        return options.setSslOptions(ssl);
    }

    private static SslMode sslMode(DatabaseUrl url) {
        SslMode mode = SslMode.of(url.sslMode());
        return mode == SslMode.REQUIRE && url.sslRootCert() != null ? SslMode.VERIFY_CA : mode;
    }

    private static TrustOptions trust(@Nullable String rootCert) {
        if (rootCert != null && !rootCert.equals("system")) {
            return new PemTrustOptions().addCertPath(rootCert);
        }
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return TrustOptions.wrap(Arrays.asList(factory.getTrustManagers()).getFirst());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no trusted roots of its own", e);
        }
    }
}
