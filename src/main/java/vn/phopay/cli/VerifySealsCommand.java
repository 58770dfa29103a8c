package vn.phopay.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.phopay.dayclose.Seal;
import vn.phopay.dayclose.VerifySeals;
import vn.phopay.qr.Jwks;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.QrKeyException;

/** {@code verify-seals}: checks the chain of sealed days against a key list in a file, without network or database. */
@Command(name = "verify-seals", mixinStandardHelpOptions = true,
    description = "Reads seals, one a line, oldest first, as served at /api/v1/days/seals.jsonl, and answers each with "
        + "a JSON object: line, businessDate, valid, reason where it is not, hash, follows.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_USE_TEXT})
final class VerifySealsCommand implements Callable<Integer> {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    /** A seal has some 300 bytes for each earlier day that it adjusts: this holds those of a hundred years. */
    private static final int SEAL_BYTES_MAX = 16 << 20;
    private static final String STANDARD_INPUT = "-";
    private static final String GENESIS_WORD = "genesis";

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--jwks", required = true, paramLabel = "FILE",
        description = "The key list, as served at /.well-known/seal-keys.json.")
    private @Nullable Path jwks;

    @Option(names = "--seals", paramLabel = "FILE", defaultValue = STANDARD_INPUT,
        description = "The seals (default: -, standard input).")
    private String seals = STANDARD_INPUT;

    @Option(names = "--after", paramLabel = "HASH",
        description = "What the first seal must follow: a hash known from elsewhere, or \"genesis\" for a whole chain "
            + "(default: an excerpt may begin anywhere, and says so by follows NOT_SHOWN).")
    private @Nullable String after;

    VerifySealsCommand() {
        this(Console.system());
    }

    VerifySealsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (jwks == null) {
            return ExitCode.WRONG_USE;
        }
        Optional<String> anchor = anchor();
        KeyList keys;
        try {
            keys = Jwks.read(Files.readString(jwks));
        } catch (IOException | QrKeyException e) {
            console.tell("cannot read the key list " + jwks + ": " + e.getMessage());
            return ExitCode.FAILED;
        }
        VerifySeals verifier = new VerifySeals(keys, anchor);
        if (seals.equals(STANDARD_INPUT)) {
            return verify(console.in(), verifier);
        }
        try (InputStream file = Files.newInputStream(Path.of(seals))) {
            return verify(file, verifier);
        } catch (IOException e) {
            console.tell("cannot read the seals " + seals + ": " + e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private int verify(InputStream in, VerifySeals verifier) {
        return LineJob.run(console, new LineReader(in, SEAL_BYTES_MAX), line -> verifier.verify(line).toJson());
    }

    private Optional<String> anchor() {
        if (after == null) {
            return Optional.empty();
        }
        if (after.equals(GENESIS_WORD)) {
            return Optional.of(Seal.GENESIS);
        }
        if (!HASH.matcher(after).matches() && spec != null) {
            throw new ParameterException(spec.commandLine(),
                "--after: expected \"" + GENESIS_WORD + "\" or 64 lower-case hex digits");
        }
        return Optional.of(after);
    }
}
