package vn.phopay.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.phopay.config.AppConfig;
import vn.phopay.db.Database;

/** {@code migrate}: brings the configured database, or the embedded one, to this build's schema and ends. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Brings the database to the schema of this version and prints what was applied.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the schema is current", "1:the database cannot be reached or migrated", "2:wrong use"})
public final class MigrateCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

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
        return database.run(environment, this::complain, (vertx, config) -> {
            JsonObject result = migrate(vertx, config).await();
            commandLine().getOut().println(result.encode());
            commandLine().getOut().flush();
            return ExitCode.DONE;
        });
    }

    private static Future<JsonObject> migrate(Vertx vertx, AppConfig config) {
        return Database.open(vertx, config)
                .compose(database -> database.close().map(closed -> new JsonObject()
                        .put("version", database.migrated().version())
                        .put("applied", new JsonArray(database.migrated().applied()))));
    }

    private void complain(String fault) {
        commandLine().getErr().println(fault);
        commandLine().getErr().flush();
    }

    private picocli.CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it calls");
        }
        return spec.commandLine();
    }
}
