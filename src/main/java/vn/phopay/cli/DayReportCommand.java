package vn.phopay.cli;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.phopay.config.AppConfig;
import vn.phopay.config.ConfigException;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.dayclose.DayStores;
import vn.phopay.dayclose.ReportDay;
import vn.phopay.db.ConnectOptions;
import vn.phopay.db.EmbeddedPostgres;
import vn.phopay.time.BusinessDay;

/** {@code day-report}: explains one business day out of a database, in use or not. */
@Command(name = "day-report", mixinStandardHelpOptions = true,
    description = "Prints JSON objects, each with one member that says what it is: day (totals, drift, counts), "
        + "difference (a payment or line that the drift is made of, and the case that explains it), case (each that is "
        + "open). It only reads, and may run while the service does.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, "1:the database cannot be read", ExitCode.WRONG_USE_TEXT})
final class DayReportCommand implements Callable<Integer> {
    private final Console console;
    private final Map<String, String> environment;
    private final Clock clock;

    @Option(names = "--date", paramLabel = "DATE",
        description = "The business day, as 2026-11-22 (default: today in Vietnam).")
    private @Nullable LocalDate date;

    @Option(names = "--database-url", paramLabel = "URL",
        description = "postgresql://user:pass@host:port/db?sslmode=…; default: PHOPAY_DATABASE_URL, else the embedded "
            + "database that runs in PHOPAY_DATA_DIR.")
    private @Nullable String databaseUrl;

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file with PHOPAY_… settings.")
    private @Nullable Path propertiesFile;

    DayReportCommand() {
        this(Console.system(), System.getenv(), Clock.systemUTC());
    }

    DayReportCommand(Console console, Map<String, String> environment, Clock clock) {
        this.console = console;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
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
            print(read(vertx, url(config)));
            return ExitCode.DONE;
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

    private ReportDay.Report read(Vertx vertx, DatabaseUrl url) {
        LocalDate day = date == null ? BusinessDay.of(clock.instant()) : date;
        return PgConnection.connect(vertx, ConnectOptions.of(url))
                .compose(connection -> new ReportDay(DayStores.standard()).report(connection, day)
                        .eventually(connection::close))
                .await();
    }

    private void print(ReportDay.Report report) throws IOException {
        console.answer(new JsonObject().put("day", report.day()).encode());
        for (JsonObject difference : report.differences()) {
            console.answer(new JsonObject().put("difference", difference).encode());
        }
        for (JsonObject open : report.cases()) {
            console.answer(new JsonObject().put("case", open).encode());
        }
    }
}
