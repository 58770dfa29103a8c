package vn.phopay.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own benchmark: one row with the payments' unique key per transaction. */
final class Pgbench {
    /** The table, empty at the start of a run. */
    static final String CREATE_TABLE = "CREATE TABLE IF NOT EXISTS loadtest_row (bank_code text NOT NULL,"
            + " bank_reference text NOT NULL, meaning_hash bytea NOT NULL, payment_id uuid NOT NULL,"
            + " CONSTRAINT loadtest_row_pk PRIMARY KEY (bank_code, bank_reference))";

    private static final String SCRIPT = "INSERT INTO loadtest_row VALUES ('loadbank', gen_random_uuid()::text,"
            + " decode('00112233445566778899aabbccddeeff', 'hex'), gen_random_uuid());\n";
    private static final int CLIENTS = 64;
    private static final int THREADS = 2;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9]+)");

    private final String databaseUrl;
    private final Path script;

    Pgbench(String databaseUrl, Path workDir) throws IOException {
        this.databaseUrl = databaseUrl;
        this.script = Files.writeString(workDir.resolve("insert_one_row.sql"), SCRIPT);
    }

    /** What {@code pgbench --version} says; empty where there is no pgbench. */
    static Optional<String> version() throws InterruptedException {
        try {
            return Optional.of(output(new ProcessBuilder("pgbench", "--version")).strip());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Transactions a second. */
    long run(int seconds) throws IOException, InterruptedException {
        List<String> command = List.of("pgbench", "-n", "-M", "prepared", "-c", Integer.toString(CLIENTS), "-j",
                Integer.toString(THREADS), "-T", Integer.toString(seconds), "-f", script.toString(), databaseUrl);
        String said = output(new ProcessBuilder(command));
        Matcher tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new IOException("pgbench failed: " + said);
        }
        return Long.parseLong(tps.group(1));
    }

    private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
