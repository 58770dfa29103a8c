package vn.phopay.load;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.db.ConnectOptions;
import vn.phopay.db.EmbeddedPostgres;
import vn.phopay.testing.ShopRows;

/**
 * Durable callbacks per second beside what bounds them, in one run on one machine, as medians and ratios: the only
 * figures that mean something elsewhere. Arguments: seconds a measurement (default 6), rounds (default 3).
 */
public final class LoadTest {
    private static final int CONNECTIONS = 256;
    private static final int BATCH_CONNECTIONS = 32;
    private static final int BATCH = 100;
    /** A cold JVM answers at a third of its rate. */
    private static final int WARM_UP_SECONDS_MIN = 10;
    private static final int SHOPS = 200;
    private static final int LATENCY_PERCENT = 40;
    private static final String BIN = "970422";
    private static final String PASSWORD = "loadtest-password";
    private static final Clock CLOCK = Clock.systemUTC();

    private final Path workDir;
    private final int seconds;
    private final int rounds;
    private final Map<String, List<Long>> nameToFigures = new TreeMap<>();
    private long acknowledged;
    private int run;

    private LoadTest(Path workDir, int seconds, int rounds) {
        this.workDir = workDir;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 6;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path workDir = Files.createDirectories(Path.of("target", "loadtest", Long.toString(System.nanoTime())))
                .toAbsolutePath();
        new LoadTest(workDir, seconds, rounds).run();
        System.exit(0);
    }

    private void run() throws Exception {
        Map<String, String> settings = Map.of(
                "PHOPAY_HTTP_PORT", "0", "PHOPAY_DATA_DIR", workDir.resolve("data").toString(),
                "PHOPAY_DATABASE_POOL_SIZE", "64", "PHOPAY_ADMIN_LOGIN", "loadtest",
                "PHOPAY_ADMIN_PASSWORD", PASSWORD);
        say("starting the service on a new embedded database …");
        try (Child service = Child.start(settings, workDir.resolve("service.log"), "vn.phopay.cli.Main", "serve")) {
            String url = EmbeddedPostgres.connectionUrl(workDir.resolve("data"));
            Vertx vertx = Vertx.vertx();
            Pool pool = PgBuilder.pool().connectingTo(ConnectOptions.of(DatabaseUrl.parse("database", url)))
                    .using(vertx).build();
            CallbackSource.Bank bank = new CallbackSource.Bank("loadbank", registerBank(service.port()), shops(pool));
            conditions(pool);
            try (Child single = Child.start(oneByOne(settings, url), workDir.resolve("one-by-one.log"),
                            "vn.phopay.cli.Main", "serve");
                    Child ceiling = Child.start(Map.of(), workDir.resolve("ceiling.log"),
                            CeilingServer.class.getName(), bank.secret(), Integer.toString(cores()))) {
                measure(new Subjects(service, single, ceiling, bank, url), pool);
            }
            pool.close().await();
            vertx.close().await();
        }
    }

    private record Subjects(Child service, Child oneByOne, Child ceiling, CallbackSource.Bank bank, String url) {}

    /** The same service, each callback in a transaction of its own, on the same database. */
    private static Map<String, String> oneByOne(Map<String, String> settings, String url) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("PHOPAY_CALLBACK_FLUSH_ROWS_MAX", "1");
        all.put("PHOPAY_DATABASE_URL", url);
        all.put("PHOPAY_DATABASE_POOL_SIZE", "4");
        return all;
    }

    private void measure(Subjects subjects, Pool pool) throws Exception {
        Optional<Pgbench> pgbench = Pgbench.version().isPresent()
                ? Optional.of(new Pgbench(subjects.url(), workDir))
                : Optional.empty();
        pool.query(Pgbench.CREATE_TABLE).execute().await();
        say("warming up …");
        Duration warmUp = Duration.ofSeconds(Math.max(seconds, WARM_UP_SECONDS_MIN));
        acknowledged += flood(subjects.service(), subjects, 1, warmUp).acknowledged();
        acknowledged += flood(subjects.oneByOne(), subjects, 1, warmUp).acknowledged();
        flood(subjects.ceiling(), subjects, 1, warmUp);
        for (int round = 1; round <= rounds; round++) {
            round(subjects, pgbench, pool);
            say("round " + round + ": " + nameToFigures);
        }
        pace(subjects);
        check(pool);
        report();
    }

    private void round(Subjects subjects, Optional<Pgbench> pgbench, Pool pool) throws Exception {
        Duration duration = Duration.ofSeconds(seconds);
        checkpoint(pool);
        keep("a single callbacks", durable(flood(subjects.service(), subjects, 1, duration)));
        keep("b same server, nothing behind", flood(subjects.ceiling(), subjects, 1, duration).perSecond());
        checkpoint(pool);
        if (pgbench.isPresent()) {
            keep("c pgbench single-row inserts", pgbench.get().run(seconds));
        }
        checkpoint(pool);
        keep("d transactions in calls of 100", durable(flood(subjects.service(), subjects, BATCH, duration)));
        checkpoint(pool);
        keep("e one transaction per callback", durable(flood(subjects.oneByOne(), subjects, 1, duration)));
    }

    private static void checkpoint(Pool pool) {
        pool.query("CHECKPOINT").execute().await();
    }

    private long durable(LoadGenerator.Result result) {
        acknowledged += result.acknowledged();
        return result.perSecond();
    }

    private LoadGenerator.Result flood(Child child, Subjects subjects, int batch, Duration duration) throws Exception {
        LoadGenerator.Result result =
                generator(child, subjects, batch == 1 ? CONNECTIONS : BATCH_CONNECTIONS, batch).flood(duration);
        if (result.failedCalls() > 0) {
            say("! " + result.failedCalls() + " calls were not answered by 200");
        }
        return result;
    }

    private LoadGenerator generator(Child child, Subjects subjects, int connections, int batch) throws Exception {
        run++;
        String name = "L" + ProcessHandle.current().pid() + "R" + run;
        return new LoadGenerator(child.port(), connections, new CallbackSource(subjects.bank(), name, batch, CLOCK));
    }

    private void pace(Subjects subjects) throws Exception {
        long rate = median("a single callbacks") * LATENCY_PERCENT / 100;
        for (int round = 1; round <= rounds; round++) {
            LoadGenerator.Result result =
                    generator(subjects.service(), subjects, CONNECTIONS, 1).pace(Duration.ofSeconds(seconds), rate);
            acknowledged += result.acknowledged();
            keep("p50 at 40 %, microseconds", Math.round(result.p50Ms() * 1_000));
            keep("p99 at 40 %, microseconds", Math.round(result.p99Ms() * 1_000));
        }
    }

    /** What was acknowledged is what stands there: a benchmark of lost payments would be worth nothing. */
    private void check(Pool pool) {
        long payments = pool.query("SELECT count(*) FROM payment").execute().await().iterator().next().getLong(0);
        say("acknowledged " + acknowledged + " transactions, payments in the database " + payments);
        if (payments < acknowledged) {
            throw new IllegalStateException("acknowledged payments are missing");
        }
    }

    private void report() {
        System.out.println("\nper second, median of " + rounds + " alternating rounds of " + seconds + " s:");
        nameToFigures.forEach((name, figures) ->
                System.out.printf(Locale.ROOT, "  %-32s %,10d   %s%n", name, median(name), figures));
        System.out.println("ratios of medians:");
        ratio("single / one transaction per callback", "a single callbacks", "e one transaction per callback");
        ratio("single / pgbench, 64 clients", "a single callbacks", "c pgbench single-row inserts");
        ratio("single / same server, nothing behind", "a single callbacks", "b same server, nothing behind");
        ratio("calls of 100 / single", "d transactions in calls of 100", "a single callbacks");
    }

    private void ratio(String name, String dividend, String divisor) {
        String ratio = nameToFigures.containsKey(divisor)
                ? String.format(Locale.ROOT, "%.2f", (double) median(dividend) / median(divisor))
                : "not measured (install pgbench: apt-get install postgresql-contrib)";
        System.out.printf("  %-40s %s%n", name, ratio);
    }

    private void keep(String name, long figure) {
        nameToFigures.computeIfAbsent(name, n -> new ArrayList<>()).add(figure);
    }

    private long median(String name) {
        List<Long> sorted = nameToFigures.getOrDefault(name, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void conditions(Pool pool) {
        String server = pool.query("SHOW server_version").execute().await().iterator().next().getString(0);
        say("conditions: cores " + cores() + ", shared by generator, JVM and PostgreSQL; Java "
                + Runtime.version() + "; PostgreSQL " + server + ", fsync and synchronous_commit on");
        say("connections " + CONNECTIONS + " (calls of 100: " + BATCH_CONNECTIONS + "); HMAC; distinct transactions to "
                + SHOPS + " printed codes; one generator thread");
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static List<String> shops(Pool pool) {
        ShopRows rows = new ShopRows(pool);
        return Stream.iterate(100_000, account -> account + 1).limit(SHOPS)
                .map(account -> account + " " + rows.insert(BIN, account.toString()).code())
                .toList();
    }

    private static String registerBank(int port) throws IOException, InterruptedException {
        String token = post(port, "/api/v1/sessions",
                new JsonObject().put("login", "loadtest").put("password", PASSWORD), "").getString("token");
        JsonObject bank = new JsonObject().put("code", "loadbank").put("bin", BIN).put("name", "Load");
        post(port, "/api/v1/banks", bank, token);
        return post(port, "/api/v1/banks/loadbank/keys", new JsonObject().put("algorithm", "hmac-sha256"), token)
                .getString("secret");
    }

    private static JsonObject post(int port, String path, JsonObject body, String token)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("content-type", "application/json")
                    .header("authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IOException(path + ": " + answer.body());
            }
            return new JsonObject(answer.body());
        }
    }

    private static void say(String message) {
        System.out.println(message);
    }
}
