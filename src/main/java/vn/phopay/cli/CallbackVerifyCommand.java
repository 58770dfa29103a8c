package vn.phopay.cli;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.BankKeys;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.Dialects;
import vn.phopay.identity.BankKeyId;

/** {@code callback verify}: the signature debugger. It says what a sender never hears: which part failed, and why. */
@Command(name = "verify", mixinStandardHelpOptions = true,
    description = "Reads one request a line from standard input, {method, query?, headers, rawBody}, and answers each "
        + "with {valid, canonicalText, reason?}. A signature that does not hold is an answer, and no failure.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_USE_TEXT})
final class CallbackVerifyCommand implements Callable<Integer> {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int TRANSACTIONS_MAX = 1_000;
    private static final BankKeyId IN_HAND = new BankKeyId(new UUID(0, 0));
    private static final String PEM_BEGIN = "-----BEGIN ";

    private final Console console;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--dialect", required = true, paramLabel = "D",
        description = "How the sender signs, such as standard or payos.")
    private String dialectName = Dialects.STANDARD;

    @Option(names = "--secret", paramLabel = "S",
        description = "The shared secret, API key, password or token, as the sender has it.")
    private @Nullable String secret;

    @Option(names = "--access-key", paramLabel = "A", description = "The access key or user beside the secret.")
    private String accessKey = "";

    @Option(names = "--public-key", paramLabel = "PEM", description = "The public key: a PEM file, or the PEM itself.")
    private @Nullable String publicKey;

    @Option(names = "--at", paramLabel = "EPOCH",
        description = "The instant to check for, in Unix seconds (default: now).")
    private @Nullable Long at;

    CallbackVerifyCommand() {
        this(Console.system(), Clock.systemUTC());
    }

    CallbackVerifyCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Dialects dialects = Dialects.all(TOLERANCE, TRANSACTIONS_MAX);
        Dialect dialect = dialects.find(dialectName)
                .orElseThrow(() -> wrong("--dialect must be one of " + String.join(", ", dialects.names())));
        try {
            List<BankKey> keys = keys(dialect);
            return LineJob.run(console, line -> answer(dialect, keys, line));
        } catch (IOException e) {
            console.tell("cannot read the public key " + publicKey + ": " + e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private List<BankKey> keys(Dialect dialect) throws IOException {
        BankKeys.InHand inHand = new BankKeys.InHand(secret, accessKey, pem());
        List<BankKey> keys = BankKeys.under(dialect.keyPolicy(), inHand, IN_HAND);
        if (keys.isEmpty()) {
            throw wrong(dialect.name() + " needs a --secret that is not empty and has its form"
                    + (dialect.keyPolicy().algorithms().stream().allMatch(algorithm -> algorithm.isShared())
                            ? ""
                            : ", or a --public-key of Ed25519 or RSA"));
        }
        return keys;
    }

    private @Nullable String pem() throws IOException {
        String given = publicKey;
        if (given == null || given.strip().startsWith(PEM_BEGIN)) {
            return given;
        }
        try {
            return Files.readString(Path.of(given));
        } catch (InvalidPathException e) {
            throw new IOException("it is neither a file nor PEM", e);
        }
    }

    private ParameterException wrong(String message) {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(known.commandLine(), message);
    }

    private JsonObject answer(Dialect dialect, List<BankKey> keys, String line) {
        Instant moment = at == null ? clock.instant() : Instant.ofEpochSecond(at);
        Dialect.Explanation explanation;
        try {
            RequestLine request = RequestLine.parse(line, dialect.method());
            explanation = dialect.explain(keys, request.request(), moment);
        } catch (DecodeException | ClassCastException e) {
            explanation = new Dialect.Explanation(false, "", "the line is not {method, query?, headers, rawBody}");
        }
        JsonObject answer = new JsonObject()
                .put("valid", explanation.valid())
                .put("canonicalText", explanation.canonicalText());
        return explanation.reason().isEmpty() ? answer : answer.put("reason", explanation.reason());
    }
}
