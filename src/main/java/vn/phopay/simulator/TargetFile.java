package vn.phopay.simulator;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phopay.money.Money;
import vn.phopay.money.MoneyParser;

/** Reads targets from JSON lines: {@code {"accountNumber", "reference"? or "memo"?, "amount"?, "expiresAt"?}}. */
public final class TargetFile {
    /** Most targets that are read. */
    public static final int TARGETS_MAX = 1_000_000;

    private TargetFile() {}

    /**
     * Reads all targets of {@code file}, blank lines left out.
     *
     * @throws IllegalArgumentException naming the first line that is none, or where there is no target or too many
     */
    public static List<Target> read(Path file) throws IOException {
        List<Target> targets = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    targets.add(parse(number, line));
                }
                if (targets.size() > TARGETS_MAX) {
                    throw new IllegalArgumentException("there are more than " + TARGETS_MAX + " targets");
                }
                number++;
            }
        }
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("there is no target");
        }
        return targets;
    }

    private static Target parse(int number, String line) {
        try {
            JsonObject json = new JsonObject(line);
            String account = json.getString("accountNumber");
            if (account == null || account.isBlank()) {
                throw new IllegalArgumentException("accountNumber is missing");
            }
            return new Target(account, json.getString("reference", json.getString("memo")), amount(json),
                    time(json.getString("expiresAt")));
        } catch (DecodeException | ClassCastException | DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + " is no target: " + e.getMessage(), e);
        }
    }

    private static @Nullable Long amount(JsonObject json) {
        Object amount = json.getValue("amount");
        return amount == null ? null : MoneyParser.parse(amount.toString())
                .map(Money::amountVnd)
                .orElseThrow(() -> new IllegalArgumentException("amount must be whole đồng"));
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
