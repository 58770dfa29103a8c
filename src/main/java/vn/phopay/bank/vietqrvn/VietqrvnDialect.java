package vn.phopay.bank.vietqrvn;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.DeliveryResult;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.DialectAnswer;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.KeyPolicy;
import vn.phopay.bank.json.Json;

/**
 * VietQR.vn: one transaction a call, proved by a bearer token that it fetched from us a moment before. No body is
 * signed, so this is weaker evidence than a signature, and it is as safe as the TLS before us.
 */
public final class VietqrvnDialect implements Dialect {
    /** The name of this dialect. */
    public static final String NAME = "vietqrvn";
    /** Where it sends transactions. */
    public static final String DOOR = "vietqrvn/bank/api/transaction-sync";
    /** Where it fetches tokens. */
    public static final String TOKEN_DOOR = "vietqrvn/api/token_generate";

    private static final KeyPolicy KEYS = new KeyPolicy(
            List.of(KeyAlgorithm.BASIC), KeyPolicy.SecretForm.TEXT, KeyPolicy.Companion.USER, false);
    private static final String BEARER = "Bearer ";

    private final Duration aheadMax;

    /** A dialect whose tokens may have been drawn by a clock that is ahead by {@code aheadMax}. */
    public VietqrvnDialect(Duration aheadMax) {
        this.aheadMax = aheadMax;
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
    public String door() {
        return DOOR;
    }

    /** Its portal tries the address out by fetching a token. */
    @Override
    public boolean isPing(CallbackRequest request) {
        return false;
    }

    @Override
    public Authentication authenticate(List<BankKey> keys, CallbackRequest request, Instant now) {
        String authorization = request.headers().get("authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Authentication.Refused("there is no Authorization: Bearer");
        }
        String token = authorization.substring(BEARER.length()).strip();
        Optional<VietqrvnTokens.Found> found = VietqrvnTokens.find(keys, token);
        if (found.isEmpty()) {
            return new Authentication.Refused("the token was not drawn under a live key");
        }
        Instant drawnAt = found.get().drawnAt();
        Duration age = Duration.between(drawnAt, now);
        if (age.compareTo(VietqrvnTokens.LIFETIME) > 0 || age.negated().compareTo(aheadMax) > 0) {
            return new Authentication.Refused("the token has expired");
        }
        return new Authentication.Authentic(found.get().key(), "", drawnAt);
    }

    @Override
    public Reading read(CallbackRequest request) {
        return Json.parseObject(request.rawBody().getBytes())
                .map(VietqrvnReader::read)
                .orElseGet(() -> Reading.Malformed.at("", "must be one JSON object in UTF-8"));
    }

    @Override
    public Optional<DialectAnswer> answer(DeliveryResult result) {
        return Optional.of(VietqrvnAnswer.of(result));
    }

    /** The debugger has a password or a token in hand, and looks at a call for a token or at a transaction. */
    @Override
    public Explanation explain(List<BankKey> keys, CallbackRequest request, Instant now) {
        String authorization = request.headers().get("authorization");
        boolean namesKey = VietqrvnTokens.keyOf(keys, authorization).isPresent();
        boolean bringsToken = authorization != null
                && keys.stream().anyMatch(key -> key.verifies(new byte[0], bearer(authorization)));
        return namesKey || bringsToken
                ? new Explanation(true, "", "")
                : Dialect.super.explain(keys, request, now);
    }

    private static byte[] bearer(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer
                ? authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8)
                : new byte[0];
    }

    /** Nothing is signed. */
    @Override
    public String canonicalText(List<BankKey> keys, CallbackRequest request) {
        return "";
    }
}
