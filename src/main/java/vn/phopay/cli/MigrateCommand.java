package vn.phopay.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.phopay.config.AppConfig;
import vn.phopay.config.ConfigException;
import vn.phopay.db.Database;

/** {@code migrate}: brings the configured database, or the embedded one, to this build's schema and ends. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Brings the database to the schema of this version and prints what was applied.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the schema is current", "1:the database cannot be reached or migrated", "2:wrong use"})
public final class MigrateCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private final Map<String, String> environment;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "postgresql://user:pass@host:port/db?sslmode=…; default: PHOPAY_DATABASE_URL, else embedded.")
    private @Nullable String databaseUrl;

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file with PHOPAY_… settings.")
    private @Nullable Path propertiesFile;

    @Spec
    private @Nullable CommandSpec spec;

    /** Reads its settings from the environment of this process. */
    public MigrateCommand() {
        this(System.getenv());
    }

    MigrateCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() {
        AppConfig config;
        try {
            config = config();
        } catch (ConfigException e) {
            complain(e);
            return WRONG_USE;
        }
        Vertx vertx = Vertx.vertx();
        try {
            JsonObject result = migrate(vertx, config).await();
            commandLine().getOut().println(result.encode());
            commandLine().getOut().flush();
            return DONE;
        } catch (Exception e) {
            // Whatever a future failed with, checked exceptions included, comes out of await.
            complain(e);
            return FAILED;
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

    private static Future<JsonObject> migrate(Vertx vertx, AppConfig config) {
        return Database.open(vertx, config)
                .compose(database -> database.close().map(closed -> new JsonObject()
                        .put("version", database.migrated().version())
                        .put("applied", new JsonArray(database.migrated().applied()))));
    }

    private void complain(Exception fault) {
        commandLine().getErr().println("phopay: " + fault.getMessage());
        commandLine().getErr().flush();
    }

    private picocli.CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it calls");
        }
        return spec.commandLine();
    }
}
