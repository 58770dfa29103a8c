package vn.phopay.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qr}: reads, writes and checks VietQR payloads offline. */
@Command(name = "qr", mixinStandardHelpOptions = true,
    description = "Reads, writes and checks VietQR payloads, one a line, offline.",
    subcommands = {QrDecodeCommand.class, QrEncodeCommand.class, QrVerifyCommand.class},
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_USE_TEXT})
public final class QrCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "qr: name a subcommand: decode, encode or verify");
        }
    }
}
