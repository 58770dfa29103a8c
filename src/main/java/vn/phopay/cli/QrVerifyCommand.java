package vn.phopay.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.phopay.qr.Jwks;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.QrInputException;
import vn.phopay.qr.QrKeyException;
import vn.phopay.qr.QrVerification;
import vn.phopay.qr.QrVerifier;
import vn.phopay.qr.SignatureClaims;
import vn.phopay.qr.SignatureLayout;

/** {@code qr verify}: checks signed payloads against a key list in a file, without a network. */
@Command(name = "verify", mixinStandardHelpOptions = true,
    description = "Reads one payload a line from standard input and answers each with a JSON object: result, and where "
        + "the payload is signed serial, keyId, issuedAt, expiresAt.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_USE_TEXT})
final class QrVerifyCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--jwks", required = true, paramLabel = "FILE",
        description = "The key list, as served at /.well-known/jwks.json.")
    private @Nullable Path jwks;

    @Option(names = "--guid", paramLabel = "GUID",
        defaultValue = "${env:PHOPAY_QR_GUID:-" + SignatureLayout.EXAMPLE_GUID + "}",
        description = "Whose signatures to look for (default: PHOPAY_QR_GUID, else " + SignatureLayout.EXAMPLE_GUID
        + ").")
    private String guid = SignatureLayout.EXAMPLE_GUID;

    @Option(names = "--at", paramLabel = "RFC3339", converter = InstantConverter.class,
        description = "The instant to check for (default: now).")
    private @Nullable Instant at;

    QrVerifyCommand() {
        this(Console.system(), Clock.systemUTC());
    }

    QrVerifyCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (jwks == null) {
            return ExitCode.WRONG_USE;
        }
        try {
            KeyList keyList = Jwks.read(Files.readString(jwks));
            QrVerifier verifier = verifier(keyList);
            return LineJob.run(console, line -> answer(verifier.verify(line, at == null ? clock.instant() : at)));
        } catch (IOException | QrKeyException e) {
            console.tell("cannot read the key list " + jwks + ": " + e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private QrVerifier verifier(KeyList keyList) {
        try {
            return new QrVerifier(guid, () -> keyList);
        } catch (QrInputException e) {
            if (spec == null) {
                throw e;
            }
            throw new ParameterException(spec.commandLine(), "--guid: " + e.getMessage(), e);
        }
    }

    private static JsonObject answer(QrVerification verification) {
        JsonObject answer = new JsonObject().put("result", verification.result().name());
        SignatureClaims claims = verification.claims();
        if (claims == null) {
            return answer;
        }
        answer.put("serial", claims.serial()).put("keyId", claims.keyId());
        if (claims.issuedAt() != null) {
            answer.put("issuedAt", claims.issuedAt().toString());
        }
        if (claims.expiresAt() != null) {
            answer.put("expiresAt", claims.expiresAt().toString());
        }
        return answer;
    }
}
