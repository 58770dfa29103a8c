package vn.phopay.cli;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.phopay.config.AppConfig;
import vn.phopay.config.ConfigException;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.db.ConnectOptions;
import vn.phopay.db.EmbeddedPostgres;
import vn.phopay.ops.InvariantResult;
import vn.phopay.ops.Invariants;

/** {@code recheck}: holds a database, in use or not, against everything that must be true of it. */
@Command(name = "recheck", mixinStandardHelpOptions = true,
    description = "Checks every invariant of the database and prints one JSON object each: invariant, holds, offenders "
        + "(count and at most ten samples). It only reads, and may run while the service does.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {"0:every invariant holds", "1:one is broken, or the database cannot be read",
        ExitCode.WRONG_USE_TEXT})
final class RecheckCommand implements Callable<Integer> {
    private final Console console;
    private final Map<String, String> environment;

    @Option(names = "--database-url", paramLabel = "URL",
        description = "postgresql://user:pass@host:port/db?sslmode=…; default: PHOPAY_DATABASE_URL, else the embedded "
            + "database that runs in PHOPAY_DATA_DIR.")
    private @Nullable String databaseUrl;

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file with PHOPAY_… settings.")
    private @Nullable Path propertiesFile;

    RecheckCommand() {
        this(Console.system(), System.getenv());
    }

    RecheckCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() {
        AppConfig config;
        try {
            config = config();
        } catch (ConfigException e) {
            console.tell("phopay: " + e.getMessage());
            return ExitCode.WRONG_USE;
        }
        Vertx vertx = Vertx.vertx();
        try {
            return report(read(vertx, url(config)));
        } catch (Exception e) {
            // Whatever a future failed with, checked exceptions included, comes out of await.
            console.tell("phopay: " + e.getMessage());
            return ExitCode.FAILED;
        } finally {
            vertx.close().await();
        }
    }

    private AppConfig config() {
        Map<String, String> settings = new HashMap<>(environment);
        if (databaseUrl != null) {
            settings.put("PHOPAY_DATABASE_URL", databaseUrl);
        }
        return AppConfig.load(settings, propertiesFile);
    }

    private static DatabaseUrl url(AppConfig config) {
        DatabaseUrl configured = config.database().url();
        return configured == null
                ? DatabaseUrl.parse("embedded database", EmbeddedPostgres.connectionUrl(config.data().dir()))
                : configured;
    }

    private static List<InvariantResult> read(Vertx vertx, DatabaseUrl url) {
        return PgConnection.connect(vertx, ConnectOptions.of(url))
                .compose(connection -> Invariants.check(connection).eventually(connection::close))
                .await();
    }

    private int report(List<InvariantResult> results) throws IOException {
        for (InvariantResult result : results) {
            console.answer(result.toJson().encode());
        }
        return results.stream().allMatch(InvariantResult::holds) ? ExitCode.DONE : ExitCode.FAILED;
    }
}
