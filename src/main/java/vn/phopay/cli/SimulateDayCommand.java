package vn.phopay.cli;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.phopay.ops.InvariantResult;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.FaultPlan;
import vn.phopay.simulator.day.DayFailedException;
import vn.phopay.simulator.day.DayOptions;
import vn.phopay.simulator.day.DayReport;
import vn.phopay.simulator.day.SimulateDay;
import vn.phopay.simulator.day.SimulatedClock;
import vn.phopay.simulator.sender.Senders;
import vn.phopay.time.BusinessDay;

/** {@code simulate-day}: plays a whole day with everything that goes wrong, and judges the service by the truth. */
@Command(name = "simulate-day", mixinStandardHelpOptions = true,
    description = "Opens a town of shops, lets banks of several dialects tell a day of payments with faults of every "
        + "kind, uploads the banks' statements, settles what people would, closes the day, and holds everything that "
        + "the service then says against what really happened. Prints the report as JSON lines. Without --url it runs "
        + "a service of its own, whose clock it sets, on a database that is deleted in the end.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {"0:the service and the truth agree", "1:they do not, or the day could not be played",
        ExitCode.WRONG_USE_TEXT})
final class SimulateDayCommand implements Callable<Integer> {
    /** How long ago the day lies: both of its statements are due by now. */
    private static final int DAYS_AGO = 3;

    private final Console console;
    private final Clock clock;
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--seed", paramLabel = "K", defaultValue = "1",
        description = "The same seed plays the same day (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--transactions", paramLabel = "N", defaultValue = "200000",
        description = "Movements that banks tell, at least (default: ${DEFAULT-VALUE}).")
    private int transactions;

    @Option(names = "--dialects", paramLabel = "LIST", split = ",", defaultValue = "standard,payos,casso2,sepay",
        description = "Senders, one each (default: ${DEFAULT-VALUE}).")
    private List<String> dialects = List.of();

    @Option(names = "--faults", paramLabel = "SPEC", defaultValue = "all=5%",
        description = "Such as all=5%%,late=1%%; all is spread evenly over every kind (default: ${DEFAULT-VALUE}). "
            + "The kinds stand in the README.")
    private String faults = "";

    @Option(names = "--url", paramLabel = "URL",
        description = "A running service to play against, whose clock nobody sets: nothing is late there.")
    private @Nullable URI url;

    @Option(names = "--admin-login", paramLabel = "NAME", description = "With --url.")
    private String adminLogin = DayService.ADMIN;

    @Option(names = "--admin-password", paramLabel = "PASSWORD", description = "With --url.")
    private String adminPassword = DayService.PASSWORD;

    @Option(names = "--cases", paramLabel = "FILE",
        description = "Where every open case is explained, one JSON object a line (default: only one a kind, in the "
            + "report).")
    private @Nullable Path cases;

    SimulateDayCommand() {
        this(Console.system(), Clock.systemUTC(), System.getenv());
    }

    SimulateDayCommand(Console console, Clock clock, Map<String, String> environment) {
        this.console = console;
        this.clock = clock;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws IOException {
        if (!Set.copyOf(Senders.DIALECTS).containsAll(dialects)) {
            throw wrongUse("--dialects: of " + String.join(", ", Senders.DIALECTS));
        }
        try {
            return url == null ? runOwn() : runElsewhere(url);
        } catch (DayFailedException fault) {
            console.tell("phopay: " + fault.getMessage());
            return ExitCode.FAILED;
        }
    }

    private int runOwn() throws IOException {
        FaultPlan plan = plan(EnumSet.allOf(Fault.class));
        SimulatedClock set = SimulatedClock.movable(clock);
        // Before the service starts: the keys that it makes then are good from then on.
        set.moveTo(BusinessDay.startOf(day()));
        LogLevel.quiet();
        try (DayService service = DayService.start(environment, set)) {
            console.tell("a service of its own runs at " + service.url());
            return run(options(service.url(), plan, service.directory()), set, service::recheck);
        }
    }

    private int runElsewhere(URI service) throws IOException {
        FaultPlan plan = plan(EnumSet.complementOf(EnumSet.of(Fault.LATE)));
        Path directory = Files.createTempDirectory("phopay-day");
        try {
            return run(options(service, plan, directory), SimulatedClock.fixed(clock), List::of);
        } finally {
            Files.deleteIfExists(directory);
        }
    }

    private FaultPlan plan(Set<Fault> known) {
        try {
            return FaultPlan.parse(faults, known);
        } catch (IllegalArgumentException wrong) {
            throw wrongUse("--faults: " + wrong.getMessage());
        }
    }

    private DayOptions options(URI service, FaultPlan plan, Path directory) {
        try {
            return new DayOptions(
                    service, adminLogin, adminPassword, seed, transactions, dialects, plan, day(), directory);
        } catch (IllegalArgumentException wrong) {
            throw wrongUse(String.valueOf(wrong.getMessage()));
        }
    }

    private LocalDate day() {
        return BusinessDay.of(clock.instant()).minusDays(DAYS_AGO);
    }

    private int run(DayOptions options, SimulatedClock set, Supplier<List<InvariantResult>> recheck)
            throws IOException {
        Vertx vertx = Vertx.vertx();
        try {
            DayReport report = new SimulateDay(
                    options, new SimulateDay.Surroundings(vertx, set, console::tell, recheck)).run();
            for (JsonObject line : report.lines()) {
                console.answer(line.encode());
            }
            if (cases != null) {
                Files.writeString(cases, report.cases().stream()
                        .map(line -> line.encode() + '\n').collect(Collectors.joining()), StandardCharsets.UTF_8);
            }
            return report.isRight() ? ExitCode.DONE : ExitCode.FAILED;
        } finally {
            vertx.close().await();
        }
    }

    private ParameterException wrongUse(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli gives every command its spec");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
