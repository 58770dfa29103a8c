package vn.phopay.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    RecheckCommand() {
        this(Console.system(), System.getenv());
    }

    RecheckCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() {
        return database.run(environment, console::tell,
                (vertx, config) -> report(DatabaseOptions.ask(vertx, config, Invariants::check)));
    }

    private int report(List<InvariantResult> results) throws IOException {
        for (InvariantResult result : results) {
            console.answer(result.toJson().encode());
        }
        return results.stream().allMatch(InvariantResult::holds) ? ExitCode.DONE : ExitCode.FAILED;
    }
}
