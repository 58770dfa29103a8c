package vn.phopay.bank.momo;

import java.nio.charset.StandardCharsets;
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
 * MoMo's IPN v2: {@code signature} is the hex HMAC-SHA256, by the partner's secret key, of the members of
 * {@link SignedNotice} behind the partner's access key, which is configured and never sent. There is no time that could
 * make a notice too old: a replay is told by its id.
 *
 * <p>The notice names no bank account. The letters and digits of {@code partnerCode} are the account, and are also told
 * as a virtual account: it belongs to the merchant that has it registered as either, under the BIN that this sender has
 * here.
 *
 * <p>Whatever is kept hears 204 and nothing else, a repeat too.
 */
public final class MomoDialect implements Dialect {
    /** The name of this dialect. */
    public static final String NAME = "momo";

    private static final KeyPolicy KEYS = new KeyPolicy(
            List.of(KeyAlgorithm.HMAC_SHA256), KeyPolicy.SecretForm.TEXT, KeyPolicy.Companion.ACCESS_KEY, false);
    private static final int TAKEN = 204;

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
        Optional<Json.Obj> body = Json.parseObject(request.rawBody().getBytes());
        if (body.isEmpty() || !(body.get().members().get("signature") instanceof Json.Str signature)) {
            return new Authentication.Refused("the body has no signature");
        }
        SignedNotice signed = SignedNotice.of(body.get());
        return keys.stream()
                .filter(key -> key instanceof BankKey.Hmac hmac
                        && hmac.verifiesHex(textUnder(hmac, signed), signature.text()))
                .findFirst()
                .<Authentication>map(key -> new Authentication.Authentic(key, "", now))
                .orElseGet(() -> new Authentication.Refused("signature is not that of a live key and its access key"));
    }

    private static byte[] textUnder(BankKey.Hmac key, SignedNotice signed) {
        return signed.text(key.accessKey()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Reading read(CallbackRequest request) {
        return Json.parseObject(request.rawBody().getBytes())
                .map(body -> MomoReader.read(SignedNotice.of(body)))
                .orElseGet(() -> Reading.Malformed.at("", "must be a JSON object"));
    }

    @Override
    public Optional<DialectAnswer> answer(DeliveryResult result) {
        return switch (result) {
            case DeliveryResult.Recorded recorded -> Optional.of(DialectAnswer.empty(TAKEN));
            case DeliveryResult.Acknowledged acknowledged -> Optional.of(DialectAnswer.empty(TAKEN));
            case DeliveryResult.Pinged pinged -> Optional.of(DialectAnswer.empty(TAKEN));
            case DeliveryResult.Refused refused -> Optional.empty();
            case DeliveryResult.Unreadable unreadable -> Optional.empty();
            case DeliveryResult.TooLarge large -> Optional.empty();
            case DeliveryResult.Suspended suspended -> Optional.empty();
            case DeliveryResult.Unavailable unavailable -> Optional.empty();
            case DeliveryResult.Failed failed -> Optional.empty();
        };
    }

    /** Under the access key of the first of {@code keys}; without one its place stays empty. */
    @Override
    public String canonicalText(List<BankKey> keys, CallbackRequest request) {
        String accessKey = keys.stream()
                .filter(BankKey.Hmac.class::isInstance)
                .map(key -> ((BankKey.Hmac) key).accessKey())
                .findFirst()
                .orElse("");
        return Json.parseObject(request.rawBody().getBytes())
                .map(body -> SignedNotice.of(body).text(accessKey))
                .orElse("");
    }
}
