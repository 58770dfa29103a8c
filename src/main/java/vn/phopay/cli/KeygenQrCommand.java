package vn.phopay.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.phopay.qr.Jwks;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.KeyStatus;
import vn.phopay.qr.Pem;
import vn.phopay.qr.QrKeyRing;
import vn.phopay.qr.QrPrivateKey;
import vn.phopay.qr.TrustedKey;

/** {@code keygen qr}: a key pair that signs QR codes. */
@Command(name = "qr", mixinStandardHelpOptions = true,
    description = {"Makes a key pair that signs QR codes: qr-ID.pem (private, PKCS#8), qr-ID.pub.pem and "
        + "qr-ID.jwks.json.",
        "An otherwise empty directory may be given to the service as PHOPAY_QR_KEY_DIR."},
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_USE_TEXT})
final class KeygenQrCommand implements Callable<Integer> {
    private static final String ED25519 = "ed25519";

    private final Console console;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--algorithm", defaultValue = ED25519, paramLabel = "NAME",
        description = "ed25519, the only one (default).")
    private String algorithm = ED25519;

    @Option(names = "--out", required = true, paramLabel = "DIR",
        description = "Directory for the files; made if missing.")
    private @Nullable Path out;

    KeygenQrCommand() {
        this(Console.system(), Clock.systemUTC());
    }

    KeygenQrCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (out == null || spec == null) {
            return ExitCode.WRONG_USE;
        }
        if (!algorithm.equals(ED25519)) {
            throw new ParameterException(spec.commandLine(),
                "--algorithm: only " + ED25519 + ", not '" + algorithm + "'");
        }
        QrPrivateKey key = QrPrivateKey.generate(new SecureRandom());
        String id = key.publicKey().id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        TrustedKey trusted = new TrustedKey(key.publicKey(), now, now.plus(QrKeyRing.SIGNING_LIFE), KeyStatus.ACTIVE);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("qr-" + id + ".pem", Pem.writePrivate(key));
        files.put("qr-" + id + ".pub.pem", Pem.writePublic(key.publicKey()));
        files.put("qr-" + id + ".jwks.json", Jwks.write(new KeyList(List.of(trusted), null, null, Set.of())) + "\n");
        return new KeyFileWriter(console, out).write(id, ED25519, files);
    }
}
