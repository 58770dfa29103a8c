package vn.phopay.qr;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The published key list as JSON: a JWK set (RFC 7517) of OKP/Ed25519 keys (RFC 8037), each with {@code signFrom},
 * {@code signUntil} and {@code status}, and beside {@code keys} the members {@code issuedAt}, {@code nextUpdate} and
 * {@code revokedSerials}. Times are RFC 3339; Unix seconds are read too.
 */
public final class Jwks {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Jwks() {
    }

    /** Writes the list on one line; equal lists give equal text. */
    public static String write(KeyList list) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("keys");
            for (TrustedKey key : list.keys()) {
                writeKey(json, key);
            }
            json.writeEndArray();
            writeTime(json, "issuedAt", list.issuedAt());
            writeTime(json, "nextUpdate", list.nextUpdate());
            json.writeArrayFieldStart("revokedSerials");
            for (String serial : new TreeSet<>(list.revokedSerials())) {
                json.writeString(serial);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static void writeKey(JsonGenerator json, TrustedKey key) throws IOException {
        json.writeStartObject();
        json.writeStringField("kty", "OKP");
        json.writeStringField("crv", "Ed25519");
        json.writeStringField("x", Base64.getUrlEncoder().withoutPadding().encodeToString(key.key().raw()));
        json.writeStringField("use", "sig");
        json.writeStringField("kid", key.id());
        writeTime(json, "signFrom", key.signFrom());
        writeTime(json, "signUntil", key.signUntil());
        json.writeStringField("status", key.status().word());
        json.writeEndObject();
    }

    private static void writeTime(JsonGenerator json, String name, @Nullable Instant time) throws IOException {
        if (time != null) {
            json.writeStringField(name, time.toString());
        }
    }

    /**
     * Reads a list. Keys of another kind or use, unusable keys and keys of an unknown status are left out, as RFC
     * 7517 asks, which makes their codes UNKNOWN_KEY. The id is computed from the key; the stated one is not trusted.
     *
     * @throws QrKeyException when it is no JSON object with {@code keys}, or a time in it cannot be read
     */
    public static KeyList read(String json) {
        Map<String, @Nullable Object> root = JsonTree.readObject(json, "the key list");
        if (!(root.get("keys") instanceof List<?>)) {
            throw new QrKeyException("the key list has no array \"keys\"");
        }
        List<TrustedKey> keys = new ArrayList<>();
        for (Object element : JsonTree.asList(root.get("keys"))) {
            readKey(JsonTree.asObject(element)).ifPresent(keys::add);
        }
        return new KeyList(keys, time(root, "issuedAt"), time(root, "nextUpdate"), serials(root));
    }

    private static Optional<TrustedKey> readKey(Map<String, @Nullable Object> jwk) {
        String x = JsonTree.asString(jwk.get("x"));
        boolean usable = "OKP".equals(jwk.get("kty")) && "Ed25519".equals(jwk.get("crv"))
            && (jwk.get("use") == null || "sig".equals(jwk.get("use")));
        Optional<KeyStatus> status = jwk.containsKey("status")
            ? KeyStatus.ofWord(String.valueOf(jwk.get("status"))) : Optional.of(KeyStatus.ACTIVE);
        if (x == null || !usable || status.isEmpty()) {
            return Optional.empty();
        }
        Instant signFrom = time(jwk, "signFrom");
        Instant signUntil = time(jwk, "signUntil");
        return publicKey(x).map(key -> new TrustedKey(key, signFrom, signUntil, status.get()));
    }

    static Optional<QrPublicKey> publicKey(String base64Url) {
        try {
            return Optional.of(new QrPublicKey(Base64.getUrlDecoder().decode(base64Url)));
        } catch (IllegalArgumentException | QrKeyException unusable) {
            return Optional.empty();
        }
    }

    static @Nullable Instant time(Map<String, @Nullable Object> object, String name) {
        Object value = object.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Long seconds) {
            return Instant.ofEpochSecond(seconds);
        }
        try {
            return OffsetDateTime.parse(String.valueOf(value)).toInstant();
        } catch (DateTimeParseException e) {
            throw new QrKeyException("the key list's " + name + " is no RFC 3339 time", e);
        }
    }

    private static Set<String> serials(Map<String, @Nullable Object> root) {
        Set<String> serials = new LinkedHashSet<>();
        for (Object element : JsonTree.asList(root.get("revokedSerials"))) {
            serials.add(String.valueOf(element));
        }
        return Set.copyOf(serials);
    }
}
