package vn.phopay.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: every subcommand says by its exit code how it went. */
@Command(name = "phopay", mixinStandardHelpOptions = true,
    description = "Cashless-payment and QR merchant gateway of a city.",
    subcommands = {ServeCommand.class, MigrateCommand.class, QrCommand.class, KeygenCommand.class,
        SimulateBankCommand.class, SimulateDayCommand.class, CallbackCommand.class, RecheckCommand.class,
        VerifySealsCommand.class, DayReportCommand.class},
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_USE_TEXT})
public final class Main implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the subcommand that {@code args} name, and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "name a subcommand");
        }
    }
}
