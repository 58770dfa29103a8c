package vn.phopay.bank.standard;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.DeliveryResult;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.DialectAnswer;
import vn.phopay.bank.Dialects;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.KeyPolicy;

/**
 * Our own dialect: signed by the Standard Webhooks scheme over {@code webhook-id.webhook-timestamp.rawBody}.
 *
 * <p>{@code v1} is HMAC-SHA256 and {@code v1a} Ed25519, as Standard Webhooks has them; {@code v1rsa} is ours,
 * RSASSA-PKCS1-v1_5 with SHA-256. Several signatures stand side by side, separated by blanks, and one that a live key
 * of that very algorithm verifies is enough; versions that we do not know are skipped.
 */
public final class StandardDialect implements Dialect {
    /** The name of this dialect. */
    public static final String NAME = Dialects.STANDARD;

    private static final KeyPolicy KEYS = new KeyPolicy(
            List.of(KeyAlgorithm.HMAC_SHA256, KeyAlgorithm.ED25519, KeyAlgorithm.RSA_SHA256),
            KeyPolicy.SecretForm.WHSEC, KeyPolicy.Companion.NONE, true);
    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";

    private static final int SIGNATURES_MAX = 8;
    private static final int NAME_LENGTH_MAX = 256;
    private static final int TIMESTAMP_DIGITS_MAX = 12;

    private final Duration tolerance;
    private final StandardReader reader;

    /**
     * A dialect whose clock may differ by {@code tolerance} either way and whose calls hold {@code transactionsMax}.
     */
    public StandardDialect(Duration tolerance, int transactionsMax) {
        this.tolerance = tolerance;
        this.reader = new StandardReader(transactionsMax);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public KeyPolicy keyPolicy() {
        return KEYS;
    }

    /** Our own dialect takes a POST and nothing else. */
    @Override
    public boolean isPing(CallbackRequest request) {
        return false;
    }

    @Override
    public Authentication authenticate(List<BankKey> keys, CallbackRequest request, Instant now) {
        MultiMap headers = request.headers();
        String deliveryName = headers.get(ID);
        String timestamp = headers.get(TIMESTAMP);
        String signatures = headers.get(SIGNATURE);
        if (deliveryName == null || timestamp == null || signatures == null
                || deliveryName.isEmpty() || deliveryName.length() > NAME_LENGTH_MAX) {
            return new Authentication.Refused("webhook-id, webhook-timestamp or webhook-signature is missing");
        }
        Optional<Instant> signedAt = parseTimestamp(timestamp);
        if (signedAt.isEmpty()) {
            return new Authentication.Refused("webhook-timestamp is no plain number of Unix seconds");
        }
        if (!isWithinTolerance(signedAt.get(), now)) {
            return new Authentication.Refused("webhook-timestamp lies too far from the present");
        }
        byte[] text = signedText(deliveryName, timestamp, request.rawBody().getBytes());
        return verifyingKey(keys, signatures, text)
                .<Authentication>map(key -> new Authentication.Authentic(key, deliveryName, signedAt.get()))
                .orElseGet(() -> new Authentication.Refused("no signature holds under a live key of its algorithm"));
    }

    @Override
    public Reading read(CallbackRequest request) {
        return reader.read(request.rawBody().getBytes());
    }

    /** One result a transaction, in the order sent; everything else is the service's own problem document. */
    @Override
    public Optional<DialectAnswer> answer(DeliveryResult result) {
        return result instanceof DeliveryResult.Recorded recorded
                ? Optional.of(StandardAnswer.of(recorded.told()))
                : Optional.empty();
    }

    @Override
    public String canonicalText(List<BankKey> keys, CallbackRequest request) {
        String deliveryName = request.headers().get(ID);
        String timestamp = request.headers().get(TIMESTAMP);
        return deliveryName == null || timestamp == null ? ""
                : new String(signedText(deliveryName, timestamp, request.rawBody().getBytes()), StandardCharsets.UTF_8);
    }

    /** The bytes that are signed. */
    public static byte[] signedText(String deliveryName, String timestamp, byte[] rawBody) {
        byte[] head = (deliveryName + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[head.length + rawBody.length];
        System.arraycopy(head, 0, text, 0, head.length);
        System.arraycopy(rawBody, 0, text, head.length, rawBody.length);
        return text;
    }

    private boolean isWithinTolerance(Instant signedAt, Instant now) {
        long differenceSeconds = Math.abs(now.getEpochSecond() - signedAt.getEpochSecond());
        return differenceSeconds <= tolerance.toSeconds();
    }

    private static Optional<Instant> parseTimestamp(String timestamp) {
        boolean plain = !timestamp.isEmpty() && timestamp.length() <= TIMESTAMP_DIGITS_MAX
                && timestamp.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Optional.of(Instant.ofEpochSecond(Long.parseLong(timestamp))) : Optional.empty();
    }

    private static Optional<BankKey> verifyingKey(List<BankKey> keys, String signatures, byte[] text) {
        String[] parts = signatures.split(" ", SIGNATURES_MAX + 1);
        for (int i = 0; i < Math.min(parts.length, SIGNATURES_MAX); i++) {
            int comma = parts[i].indexOf(',');
            if (comma < 0) {
                continue;
            }
            String version = parts[i].substring(0, comma);
            Optional<BankKey> key = decode(parts[i].substring(comma + 1)).flatMap(signature -> keys.stream()
                    .filter(candidate -> versionOf(candidate).equals(version))
                    .filter(candidate -> candidate.verifies(text, signature))
                    .findFirst());
            if (key.isPresent()) {
                return key;
            }
        }
        return Optional.empty();
    }

    private static String versionOf(BankKey key) {
        return switch (key) {
            case BankKey.Hmac hmac -> "v1";
            case BankKey.Ed25519Public ed25519 -> "v1a";
            case BankKey.RsaPublic rsa -> "v1rsa";
            case BankKey.Shared shared -> "";
        };
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
