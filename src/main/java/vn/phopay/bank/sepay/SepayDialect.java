package vn.phopay.bank.sepay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.DeliveryResult;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.DialectAnswer;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.KeyPolicy;
import vn.phopay.bank.SignedTime;
import vn.phopay.bank.json.Json;

/**
 * SePay: one transaction a call, proved by {@code Authorization: Apikey <key>}, or by
 * {@code X-SePay-Signature: sha256=<hex>}, HMAC-SHA256 over {@code <X-SePay-Timestamp>.<rawBody>}. An endpoint uses one
 * of the two, as its keys are; never none. With an API key nothing is signed: whoever reads a call can forge another.
 */
public final class SepayDialect implements Dialect {
    /** The name of this dialect. */
    public static final String NAME = "sepay";

    private static final KeyPolicy KEYS = new KeyPolicy(List.of(KeyAlgorithm.HMAC_SHA256, KeyAlgorithm.API_KEY),
            KeyPolicy.SecretForm.TEXT, KeyPolicy.Companion.NONE, false);
    private static final String SIGNATURE_PREFIX = "sha256=";
    private static final String SCHEME = "Apikey ";

    private final Duration tolerance;

    /** A dialect whose clock may differ by {@code tolerance} either way. */
    public SepayDialect(Duration tolerance) {
        this.tolerance = tolerance;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public KeyPolicy keyPolicy() {
        return KEYS;
    }

    @Override
    public Authentication authenticate(List<BankKey> keys, CallbackRequest request, Instant now) {
        String signature = request.headers().get("x-sepay-signature");
        if (signature != null) {
            return bySignature(keys, request, signature, now);
        }
        String authorization = request.headers().get("authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Authentication.Refused("there is neither X-SePay-Signature nor Authorization: Apikey");
        }
        String presented = authorization.substring(SCHEME.length()).strip();
        return keys.stream()
                .filter(key -> key instanceof BankKey.Shared shared && shared.matches("", presented))
                .findFirst()
                .<Authentication>map(key -> new Authentication.Authentic(key, "", now))
                .orElseGet(() -> new Authentication.Refused("the API key is not a live one"));
    }

    private Authentication bySignature(List<BankKey> keys, CallbackRequest request, String signature, Instant now) {
        Optional<Instant> signedAt = SignedTime.ofSeconds(request.headers().get("x-sepay-timestamp"));
        if (signedAt.isEmpty() || !signature.startsWith(SIGNATURE_PREFIX)) {
            return new Authentication.Refused("X-SePay-Timestamp is no number, or the signature is not sha256=<hex>");
        }
        if (!SignedTime.isWithin(signedAt.get(), now, tolerance, tolerance)) {
            return new Authentication.Refused("X-SePay-Timestamp lies too far from the present");
        }
        byte[] text = signedText(request);
        String hex = signature.substring(SIGNATURE_PREFIX.length());
        return keys.stream()
                .filter(key -> key instanceof BankKey.Hmac hmac && hmac.verifiesHex(text, hex))
                .findFirst()
                .<Authentication>map(key -> new Authentication.Authentic(key, "", signedAt.get()))
                .orElseGet(() -> new Authentication.Refused("the signature does not hold under a live key"));
    }

    @Override
    public Reading read(CallbackRequest request) {
        return Json.parseObject(request.rawBody().getBytes())
                .map(SepayReader::read)
                .orElseGet(() -> Reading.Malformed.at("", "must be one JSON object in UTF-8"));
    }

    @Override
    public Optional<DialectAnswer> answer(DeliveryResult result) {
        return Optional.of(DialectAnswer.success(result));
    }

    /** With an API key nothing is signed. */
    @Override
    public String canonicalText(List<BankKey> keys, CallbackRequest request) {
        return request.headers().get("x-sepay-signature") == null
                ? ""
                : new String(signedText(request), StandardCharsets.UTF_8);
    }

    private static byte[] signedText(CallbackRequest request) {
        @Nullable String timestamp = request.headers().get("x-sepay-timestamp");
        return SignedTime.dotted(timestamp == null ? "" : timestamp, request.rawBody().getBytes());
    }
}
