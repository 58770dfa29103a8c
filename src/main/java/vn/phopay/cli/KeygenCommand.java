package vn.phopay.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code keygen}: makes key files that only their owner can read. */
@Command(name = "keygen", mixinStandardHelpOptions = true,
    description = "Makes keys as files that only their owner can read.",
    subcommands = {KeygenQrCommand.class, KeygenBankCommand.class},
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_USE_TEXT})
public final class KeygenCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "keygen: name a subcommand: qr or bank");
        }
    }
}
