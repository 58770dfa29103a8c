package vn.phopay.bank.payos;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.DeliveryResult;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.DialectAnswer;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.KeyPolicy;
import vn.phopay.bank.json.CanonicalJson;
import vn.phopay.bank.json.Json;

/**
 * payOS: {@code {code, desc, success, data, signature}}, where {@code signature} is the hex HMAC-SHA256, by the
 * channel's checksum key, of the members of {@code data} sorted by name. What stands outside {@code data} is not
 * signed and so is not believed. There is no time in it: a replay is told by its id.
 */
public final class PayosDialect implements Dialect {
    /** The name of this dialect. */
    public static final String NAME = "payos";

    private static final Set<String> EMPTY_WORDS = Set.of("null", "undefined");

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
        Optional<Json.Obj> data = body.flatMap(PayosDialect::data);
        if (data.isEmpty() || !(body.get().members().get("signature") instanceof Json.Str signature)) {
            return new Authentication.Refused("the body has no data or no signature");
        }
        byte[] text = signedText(data.get()).getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .filter(key -> key instanceof BankKey.Hmac hmac && hmac.verifiesHex(text, signature.text()))
                .findFirst()
                .<Authentication>map(key -> new Authentication.Authentic(key, "", now))
                .orElseGet(() -> new Authentication.Refused("signature is not that of data under a live key"));
    }

    @Override
    public Reading read(CallbackRequest request) {
        return Json.parseObject(request.rawBody().getBytes())
                .flatMap(PayosDialect::data)
                .map(PayosReader::read)
                .orElseGet(() -> Reading.Malformed.at("/data", "must be an object"));
    }

    @Override
    public Optional<DialectAnswer> answer(DeliveryResult result) {
        return Optional.of(DialectAnswer.success(result));
    }

    @Override
    public String canonicalText(List<BankKey> keys, CallbackRequest request) {
        return Json.parseObject(request.rawBody().getBytes())
                .flatMap(PayosDialect::data)
                .map(PayosDialect::signedText)
                .orElse("");
    }

    private static Optional<Json.Obj> data(Json.Obj body) {
        return body.members().get("data") instanceof Json.Obj data ? Optional.of(data) : Optional.empty();
    }

    /** {@code name=value} sorted by code units of the names and joined by {@code &}, without URL encoding. */
    static String signedText(Json.Obj data) {
        List<String> pairs = new ArrayList<>(data.members().size());
        for (Map.Entry<String, Json> member : new TreeMap<>(data.members()).entrySet()) {
            pairs.add(member.getKey() + '=' + valueText(member.getValue()));
        }
        return String.join("&", pairs);
    }

    private static String valueText(Json value) {
        return switch (value) {
            case Json.Str text -> EMPTY_WORDS.contains(text.text()) ? "" : text.text();
            case Json.Null none -> "";
            case Json.Num number -> number.token();
            case Json.Bool bool -> Boolean.toString(bool.value());
            case Json.Arr array -> CanonicalJson.print(array);
            case Json.Obj object -> CanonicalJson.print(object);
        };
    }
}
