package vn.phopay.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.phopay.dayclose.DayStores;
import vn.phopay.dayclose.ReportDay;
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

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

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
        LocalDate day = date == null ? BusinessDay.of(clock.instant()) : date;
        return database.run(environment, console::tell, (vertx, config) -> {
            print(DatabaseOptions.ask(vertx, config,
                    connection -> new ReportDay(DayStores.standard()).report(connection, day)));
            return ExitCode.DONE;
        });
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
