package vn.phopay.dayclose;

import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one line of a list of seals, as strictly as it was written: a member too many, a digit in capitals, and it is
 * none. That way no byte of a line can change unnoticed.
 */
final class SealReader {
    private static final Set<String> MEMBERS = Set.of("document", "hash", "signature");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{128}");

    private SealReader() {}

    /**
     * What a verifier needs of a seal.
     *
     * @param canonical whether the line is written in canonical form
     */
    record Read(Seal seal, boolean canonical, LocalDate businessDate, Instant sealedAt, String keyId,
                String previous) {}

    /** The seal that {@code line} is; empty where it is none. */
    static Optional<Read> read(String line) {
        return CanonicalJson.read(line).flatMap(json -> read(json, line));
    }

    private static Optional<Read> read(JsonObject json, String line) {
        try {
            JsonObject document = json.getJsonObject("document");
            String hash = json.getString("hash");
            String signature = json.getString("signature");
            if (!json.fieldNames().equals(MEMBERS) || document == null || !matches(HASH, hash)
                    || !matches(SIGNATURE, signature) || document.getLong("version") != SealDocument.VERSION) {
                return Optional.empty();
            }
            String previous = document.getString("previous");
            String keyId = document.getString(SealDocument.KEY_ID);
            if (!matches(HASH, previous) || keyId == null) {
                return Optional.empty();
            }
            return Optional.of(new Read(
                    new Seal(CanonicalJson.write(document), hash, signature),
                    CanonicalJson.isFormOf(json, line),
                    LocalDate.parse(document.getString("businessDate")),
                    Instant.parse(document.getString("sealedAt")),
                    keyId,
                    previous));
        } catch (ClassCastException | NullPointerException | DateTimeException | IllegalArgumentException another) {
            // Members of another kind, or missing ones.
            return Optional.empty();
        }
    }

    private static boolean matches(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches();
    }
}
