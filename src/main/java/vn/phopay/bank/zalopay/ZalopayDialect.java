package vn.phopay.bank.zalopay;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.DeliveryResult;
import vn.phopay.bank.DeliveryResult.Novelty;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.DialectAnswer;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.KeyPolicy;
import vn.phopay.bank.json.Json;

/**
 * ZaloPay's callback v2: {@code {data, mac, type}}, where {@code data} is JSON written as a text and {@code mac} the
 * hex HMAC-SHA256, by the app's <em>key2</em>, of that text once its JSON escapes are undone. What stands outside
 * {@code data} is not signed and so is not believed. There is no time that could make a notice too old: a replay is
 * told by its id.
 *
 * <p>The notice names no bank account. {@code app_id} is the account, and is also told as a virtual account: it belongs
 * to the merchant that has it registered as either, under the BIN that this sender has here.
 *
 * <p>Every answer is HTTP 200 with {@code {"return_code", "return_message"}}; 0 asks ZaloPay to send again (at most 3
 * times), anything else ends it.
 */
public final class ZalopayDialect implements Dialect {
    /** The name of this dialect. */
    public static final String NAME = "zalopay";

    private static final int STORED = 1;
    private static final int DUPLICATE = 2;
    private static final int SEND_AGAIN = 0;
    private static final int REFUSED = -1;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public KeyPolicy keyPolicy() {
        return KeyPolicy.ofText(KeyAlgorithm.HMAC_SHA256);
    }

    @Override
    public Authentication authenticate(List<BankKey> keys, CallbackRequest request, Instant now) {
        Optional<Json.Obj> body = Json.parseObject(request.rawBody().getBytes());
        Optional<String> data = body.flatMap(members -> text(members, "data"));
        Optional<String> mac = body.flatMap(members -> text(members, "mac"));
        if (data.isEmpty() || mac.isEmpty()) {
            return new Authentication.Refused("the body has no data or no mac");
        }
        byte[] signed = data.get().getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .filter(key -> key instanceof BankKey.Hmac hmac && hmac.verifiesHex(signed, mac.get()))
                .findFirst()
                .<Authentication>map(key -> new Authentication.Authentic(key, "", now))
                .orElseGet(() -> new Authentication.Refused("mac is not that of data under a live key2"));
    }

    @Override
    public Reading read(CallbackRequest request) {
        return data(request)
                .flatMap(data -> Json.parseObject(data.getBytes(StandardCharsets.UTF_8)))
                .map(ZalopayReader::read)
                .orElseGet(() -> Reading.Malformed.at("/data", "must be a JSON object written as a text"));
    }

    @Override
    public Optional<DialectAnswer> answer(DeliveryResult result) {
        return Optional.of(switch (result) {
            case DeliveryResult.Recorded recorded -> recorded.told().getFirst().novelty() == Novelty.STORED
                    ? say(STORED, "success")
                    : say(DUPLICATE, "duplicate");
            case DeliveryResult.Acknowledged acknowledged -> say(STORED, "success");
            case DeliveryResult.Pinged pinged -> say(REFUSED, "nothing to record");
            case DeliveryResult.Refused refused -> say(REFUSED, "mac not equal");
            case DeliveryResult.Unreadable unreadable -> say(REFUSED, "data invalid");
            case DeliveryResult.TooLarge large -> say(REFUSED, "data too large");
            case DeliveryResult.Suspended suspended -> say(SEND_AGAIN, "suspended");
            case DeliveryResult.Unavailable unavailable -> say(SEND_AGAIN, "try later");
            case DeliveryResult.Failed failed -> say(SEND_AGAIN, "try later");
        });
    }

    private static DialectAnswer say(int code, String message) {
        return DialectAnswer.json(200, new JsonObject().put("return_code", code).put("return_message", message));
    }

    @Override
    public String canonicalText(List<BankKey> keys, CallbackRequest request) {
        return data(request).orElse("");
    }

    private static Optional<String> data(CallbackRequest request) {
        return Json.parseObject(request.rawBody().getBytes()).flatMap(body -> text(body, "data"));
    }

    private static Optional<String> text(Json.Obj body, String name) {
        return body.members().get(name) instanceof Json.Str text ? Optional.of(text.text()) : Optional.empty();
    }
}
