package vn.phopay.bank.casso2;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import vn.phopay.bank.json.CanonicalJson;
import vn.phopay.bank.json.Json;

/**
 * Casso webhook v2: {@code X-Casso-Signature: t=<epoch ms>,v1=<hex>}, HMAC-SHA512 over {@code t.body}, where the body
 * is the received JSON printed compact with names sorted at every level. A repeat may keep its first {@code t}, so the
 * window is a day and a replay within it is told by its id.
 */
public final class Casso2Dialect implements Dialect {
    /** The name of this dialect. */
    public static final String NAME = "casso2";

    /** How old a signature may be. */
    public static final Duration AGE_MAX = Duration.ofHours(24);

    private static final int SIGNATURES_MAX = 4;

    private final Duration aheadMax;

    /** A dialect whose clock may be ahead by {@code aheadMax}. */
    public Casso2Dialect(Duration aheadMax) {
        this.aheadMax = aheadMax;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public KeyPolicy keyPolicy() {
        return KeyPolicy.ofText(KeyAlgorithm.HMAC_SHA512);
    }

    /** What the header says; {@code time} is empty where it says none. */
    private record Header(String time, List<String> signatures) {
        static Header parse(@Nullable String text) {
            String time = "";
            List<String> signatures = new ArrayList<>(1);
            for (String part : text == null ? new String[0] : text.split(",", SIGNATURES_MAX + 2)) {
                String member = part.strip();
                if (member.startsWith("t=")) {
                    time = member.substring(2);
                } else if (member.startsWith("v1=") && signatures.size() < SIGNATURES_MAX) {
                    signatures.add(member.substring(3));
                }
            }
            return new Header(time, signatures);
        }
    }

    @Override
    public Authentication authenticate(List<BankKey> keys, CallbackRequest request, Instant now) {
        Header header = Header.parse(request.headers().get("x-casso-signature"));
        Optional<Instant> signedAt = SignedTime.ofMillis(header.time);
        if (signedAt.isEmpty() || header.signatures.isEmpty()) {
            return new Authentication.Refused("X-Casso-Signature is not t=<milliseconds>,v1=<hex>");
        }
        if (!SignedTime.isWithin(signedAt.get(), now, AGE_MAX, aheadMax)) {
            return new Authentication.Refused("t lies too far from the present");
        }
        String signed = canonicalText(keys, request);
        if (signed.isEmpty()) {
            return new Authentication.Refused("the body is not one JSON object whose members stand once");
        }
        byte[] text = signed.getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .filter(key -> key instanceof BankKey.Hmac hmac
                        && header.signatures.stream().anyMatch(hex -> hmac.verifiesHex(text, hex)))
                .findFirst()
                .<Authentication>map(key -> new Authentication.Authentic(key, "", signedAt.get()))
                .orElseGet(() -> new Authentication.Refused("v1 does not hold under a live key"));
    }

    @Override
    public Reading read(CallbackRequest request) {
        return Json.parseObject(request.rawBody().getBytes())
                .map(Casso2Reader::read)
                .orElseGet(() -> Reading.Malformed.at("", "must be one JSON object in UTF-8"));
    }

    @Override
    public Optional<DialectAnswer> answer(DeliveryResult result) {
        return Optional.of(DialectAnswer.success(result));
    }

    @Override
    public String canonicalText(List<BankKey> keys, CallbackRequest request) {
        String time = Header.parse(request.headers().get("x-casso-signature")).time;
        return Json.parseObject(request.rawBody().getBytes())
                .map(body -> time + '.' + CanonicalJson.print(body))
                .orElse("");
    }
}
