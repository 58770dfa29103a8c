package vn.phopay.cli;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.simulator.BankSimulator;
import vn.phopay.simulator.CallbackSigner;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.FaultPlan;
import vn.phopay.simulator.SimulationPlan;
import vn.phopay.simulator.SimulationTotals;
import vn.phopay.simulator.Target;
import vn.phopay.simulator.TargetFile;
import vn.phopay.simulator.TransactionStream;
import vn.phopay.simulator.sender.Sender;
import vn.phopay.simulator.sender.Senders;
import vn.phopay.simulator.sender.Senders.Credentials;

/** {@code simulate-bank}: posts signed callbacks of any dialect to a running service, with faults as ordered. */
@Command(name = "simulate-bank", mixinStandardHelpOptions = true,
    description = "Posts signed callbacks of one dialect at a steady rate and repeats whatever is not "
        + "taken. Prints totals by HTTP status, status and outcome as JSON lines; progress goes to standard "
        + "error. "
        + "The same seed, faults and targets give the same transactions.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {"0:every transaction was acknowledged", "1:some were refused or given up", ExitCode.WRONG_USE_TEXT})
final class SimulateBankCommand implements Callable<Integer> {
    private static final long PROGRESS_INTERVAL_MS = 2_000;

    private final Console console;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Base address, http://127.0.0.1:8080.")
    private URI url = URI.create("");

    @Option(names = "--bank", required = true, paramLabel = "CODE", description = "The bank's code.")
    private String bank = "";

    @Option(names = "--dialect", paramLabel = "NAME", defaultValue = "standard",
        description = "standard, vietqrvn, payos, sepay, casso2, vnpay, momo or zalopay (default: ${DEFAULT-VALUE}).")
    private String dialect = "";

    @Option(names = "--secret", paramLabel = "SECRET",
        description = "The bank's secret: whsec_… of the standard dialect, a password of vietqrvn, else any text.")
    private @Nullable String secret;

    @Option(names = {"--access-key", "--user"}, paramLabel = "NAME",
        description = "What stands beside the secret: momo's access key, vietqrvn's user.")
    private String companion = "";

    @Option(names = "--api-key", description = "With sepay: send the secret along as an API key instead of signing.")
    private boolean apiKey;

    @Option(names = "--private-key", paramLabel = "PEM", description = "File of a PKCS#8 key, instead of --secret.")
    private @Nullable Path privateKey;

    @Option(names = "--algorithm", paramLabel = "NAME", defaultValue = "ed25519",
        description = "Of --private-key: ed25519 or rsa-sha256 (default: ${DEFAULT-VALUE}).")
    private String algorithm = "";

    @Option(names = "--rate", paramLabel = "N", defaultValue = "10",
        description = "Transactions a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--duration", paramLabel = "D", defaultValue = "30s", converter = DurationConverter.class,
        description = "How long: 500ms, 30s, 2m, 1h (default: ${DEFAULT-VALUE}).")
    private Duration duration = Duration.ZERO;

    @Option(names = "--seed", paramLabel = "K",
        description = "Makes the run repeatable, ids included: a second run of a seed tells duplicates. "
            + "Default: random.")
    private @Nullable Long seed;

    @Option(names = "--faults", paramLabel = "SPEC", defaultValue = "",
        description = "Such as duplicates=2%%,conflicts=0.5%%,reversals=1%%,mangled=10%%,late=1%%,unknown=0.5%%, or "
            + "all=5%%, spread evenly: "
            + "duplicates (told again, unchanged), conflicts (an id told again with another amount), reversals (an "
            + "earlier credit taken back), mangled (memo wrapped, glued, cut, lower case), late (booked a day "
            + "after the target's expiresAt, or told up to a day late), unknown (an account of nobody).")
    private String faults = "";

    @Option(names = "--targets", paramLabel = "FILE",
        description = "JSON lines {accountNumber, reference? or memo?, amount?, expiresAt?}. Without it, credits go "
            + "to a few made-up accounts, which nobody owns: they stay UNMATCHED.")
    private @Nullable Path targets;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "1",
        description = "Transactions in one call, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "32",
        description = "Most calls at once (default: ${DEFAULT-VALUE}).")
    private int connections;

    SimulateBankCommand() {
        this(Console.system(), Clock.systemUTC());
    }

    SimulateBankCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        long usedSeed = seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
        SimulationPlan plan;
        Sender sender;
        TransactionStream stream;
        try {
            plan = new SimulationPlan(url, bank, rate, duration, batch, connections);
            sender = sender();
            stream = new TransactionStream(usedSeed, FaultPlan.parse(faults, faultsOf(sender)), targets());
        } catch (IllegalArgumentException wrong) {
            throw wrongUse(String.valueOf(wrong.getMessage()));
        }
        console.tell("seed " + usedSeed + (seed == null ? " (repeat by --seed)" : ""));
        Vertx vertx = Vertx.vertx();
        try {
            return run(new BankSimulator(vertx, plan, sender, stream, clock), vertx);
        } finally {
            vertx.close().await();
        }
    }

    private int run(BankSimulator simulator, Vertx vertx) throws IOException {
        long progress = vertx.setPeriodic(PROGRESS_INTERVAL_MS, tick -> tellProgress(simulator.totals()));
        SimulationTotals totals = simulator.run().await();
        vertx.cancelTimer(progress);
        for (JsonObject line : totals.toLines()) {
            console.answer(line.encode());
        }
        return totals.isComplete() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void tellProgress(SimulationTotals totals) {
        console.tell("told " + totals.toldCount() + ", acknowledged " + totals.acknowledgedCount() + ", repeated calls "
                + totals.repeatCount());
    }

    /** A reversal is a debit, of which not every sender tells. */
    private static Set<Fault> faultsOf(Sender sender) {
        return Fault.OF_STREAM.stream()
                .filter(fault -> fault != Fault.REVERSALS || sender.tellsDebits())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Sender sender() throws IOException {
        Sender made = dialect.equals("standard") ? signer().toSender() : otherSender();
        if (batch > made.batchMax()) {
            throw wrongUse("--batch: " + dialect + " tells at most " + made.batchMax() + " in a call");
        }
        return made;
    }

    private Sender otherSender() {
        if (secret == null || privateKey != null) {
            throw wrongUse("--dialect " + dialect + " takes a --secret");
        }
        // Of all dialects SePay alone may send its key along instead of signing.
        String way = apiKey ? "api-key" : "hmac";
        return Senders.of(dialect, new Credentials(way, secret, companion));
    }

    private CallbackSigner signer() throws IOException {
        if (secret != null && privateKey == null) {
            return CallbackSigner.hmac(secret);
        }
        if (secret == null && privateKey != null) {
            KeyAlgorithm known = KeyAlgorithm.parse(algorithm)
                    .orElseThrow(() -> wrongUse("--algorithm: ed25519 or rsa-sha256, not '" + algorithm + "'"));
            requireReadable(privateKey);
            return CallbackSigner.ofPem(known, Files.readString(privateKey));
        }
        throw wrongUse("give either --secret or --private-key");
    }

    private List<Target> targets() throws IOException {
        if (targets == null) {
            console.tell("no --targets: credits go to made-up accounts of nobody and stay UNMATCHED");
            return Target.madeUp();
        }
        requireReadable(targets);
        try {
            return TargetFile.read(targets);
        } catch (IllegalArgumentException wrong) {
            throw wrongUse("--targets: " + wrong.getMessage());
        }
    }

    private void requireReadable(Path file) {
        if (!Files.isReadable(file)) {
            throw wrongUse("cannot read " + file);
        }
    }

    private ParameterException wrongUse(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli gives every command its spec");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
