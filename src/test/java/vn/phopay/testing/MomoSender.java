package vn.phopay.testing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MoMo outside the service: signs bodies by its own reading of IPN v2, out of the characters that stand in them. */
public record MomoSender(String accessKey, String secret) {
    private static final List<String> SIGNED = List.of("amount", "extraData", "message", "orderId", "orderInfo",
            "orderType", "partnerCode", "payType", "requestId", "responseTime", "resultCode", "transId");

    /** A body of partner MOMO_TEST about the order PP-1; {@code amount} and {@code orderInfo} stand as raw JSON. */
    public static String paid(String id, String amount, String orderInfo) {
        return "{\"partnerCode\":\"MOMO_TEST\",\"orderId\":\"PP-1\",\"requestId\":\"r-1\",\"amount\":" + amount
                + ",\"orderInfo\":" + orderInfo + ",\"orderType\":\"momo_wallet\",\"transId\":" + raw(id)
                + ",\"resultCode\":0,\"message\":\"Thành công.\",\"payType\":\"qr\",\"responseTime\":1795313700123"
                + ",\"extraData\":\"\",\"storeId\":\"s-1\"}";
    }

    /** {@code body} with its signature as the last member. */
    public String sign(String body) {
        String signature = Hmac.sha256(secret, text(body));
        String comma = body.length() > 2 ? "," : "";
        return body.substring(0, body.length() - 1) + comma + "\"signature\":\"" + signature + "\"}";
    }

    /** What is signed of {@code body}. */
    public String text(String body) {
        StringBuilder text = new StringBuilder("accessKey=").append(accessKey);
        for (String name : SIGNED) {
            text.append('&').append(name).append('=').append(value(body, name));
        }
        return text.toString();
    }

    private static String value(String body, String name) {
        Matcher member = Pattern.compile('"' + name + "\":(?:\"([^\"]*)\"|([^,}]*))").matcher(body);
        if (!member.find()) {
            return "";
        }
        String quoted = member.group(1);
        return quoted != null ? quoted : "null".equals(member.group(2)) ? "" : member.group(2);
    }

    private static String raw(String id) {
        return id.chars().allMatch(Character::isDigit) ? id : '"' + id + '"';
    }
}
