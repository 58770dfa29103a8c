package vn.phopay.bank.momo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.bank.json.CanonicalJson;
import vn.phopay.bank.json.Json;

/**
 * The members of a MoMo notice that its signature covers. What else the body says is not signed and so is not there.
 *
 * @param nameToValue the signed members in the order of the signed text; missing ones null
 */
record SignedNotice(Map<String, Json> nameToValue) {
    private static final List<String> NAMES = List.of("amount", "extraData", "message", "orderId", "orderInfo",
            "orderType", "partnerCode", "payType", "requestId", "responseTime", "resultCode", "transId");

    /** The signed members of {@code body}. */
    static SignedNotice of(Json.Obj body) {
        Map<String, Json> nameToValue = new LinkedHashMap<>();
        NAMES.forEach(name -> nameToValue.put(name, body.members().getOrDefault(name, new Json.Null())));
        return new SignedNotice(nameToValue);
    }

    /** The text under the signature; numbers stand there by their original token, and nothing is encoded. */
    String text(String accessKey) {
        StringBuilder text = new StringBuilder("accessKey=").append(accessKey);
        nameToValue.forEach((name, value) -> text.append('&').append(name).append('=').append(textOf(value)));
        return text.toString();
    }

    /**
     * The member whose value holds the beginning of another one. Since nothing is encoded, such a text could be cut
     * into members in two ways, and a payer who wrote it could have one cut signed and send the other.
     */
    Optional<String> ambiguous() {
        return nameToValue.entrySet().stream()
                .filter(member -> holdsAnother(textOf(member.getValue())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The members themselves. */
    Json.Obj members() {
        return new Json.Obj(nameToValue);
    }

    private static boolean holdsAnother(String text) {
        return NAMES.stream().anyMatch(name -> text.contains('&' + name + '='));
    }

    private static String textOf(Json value) {
        return switch (value) {
            case Json.Str text -> text.text();
            case Json.Null none -> "";
            case Json.Num number -> number.token();
            case Json.Bool bool -> CanonicalJson.print(bool);
            case Json.Arr array -> CanonicalJson.print(array);
            case Json.Obj object -> CanonicalJson.print(object);
        };
    }
}
