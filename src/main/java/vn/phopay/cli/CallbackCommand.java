package vn.phopay.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callback}: looks at callbacks offline. */
@Command(name = "callback", mixinStandardHelpOptions = true,
    description = "Looks at callbacks of senders, one a line, offline.",
    subcommands = {CallbackVerifyCommand.class},
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_USE_TEXT})
public final class CallbackCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "callback: name a subcommand: verify");
        }
    }
}
