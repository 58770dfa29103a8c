package vn.phopay.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.phopay.config.AppConfig;
import vn.phopay.config.ConfigException;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.db.ConnectOptions;
import vn.phopay.db.EmbeddedPostgres;

/** The options by which a command finds its database, and how its work there becomes an exit code. */
final class DatabaseOptions {
    @Option(names = "--database-url", paramLabel = "URL",
        description = "postgresql://user:pass@host:port/db?sslmode=…; default: PHOPAY_DATABASE_URL, else the embedded "
            + "database of PHOPAY_DATA_DIR.")
    private @Nullable String databaseUrl;

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file with PHOPAY_… settings.")
    private @Nullable Path propertiesFile;

    /** What a command does; gives its exit code. */
    interface Work {
        int run(Vertx vertx, AppConfig config) throws Exception;
    }

    /**
     * Does {@code work} by the settings of {@code environment} and these options. What goes wrong is told to
     * {@code complaints} in a line: wrong settings are {@link ExitCode#WRONG_USE}, the rest {@link ExitCode#FAILED}.
     */
    int run(Map<String, String> environment, Consumer<String> complaints, Work work) {
        AppConfig config;
        try {
            config = config(environment);
        } catch (ConfigException e) {
            complaints.accept("phopay: " + e.getMessage());
            return ExitCode.WRONG_USE;
        }
        Vertx vertx = Vertx.vertx();
        try {
            return work.run(vertx, config);
        } catch (Exception e) {
            // Whatever a future failed with, checked exceptions included, comes out of await.
            complaints.accept("phopay: " + e.getMessage());
            return ExitCode.FAILED;
        } finally {
            vertx.close().await();
        }
    }

    /** Asks {@code question} on one connection to a database that runs already, be it the embedded one. */
    static <T> T ask(Vertx vertx, AppConfig config, Function<PgConnection, Future<T>> question) {
        DatabaseUrl configured = config.database().url();
        DatabaseUrl url = configured == null
                ? DatabaseUrl.parse("embedded database", EmbeddedPostgres.connectionUrl(config.data().dir()))
                : configured;
        return PgConnection.connect(vertx, ConnectOptions.of(url))
                .compose(connection -> question.apply(connection).eventually(connection::close))
                .await();
    }

    private AppConfig config(Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>(environment);
        if (databaseUrl != null) {
            settings.put("PHOPAY_DATABASE_URL", databaseUrl);
        }
        return AppConfig.load(settings, propertiesFile);
    }
}
