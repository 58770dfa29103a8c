package vn.phopay.testing;

import io.vertx.core.json.JsonObject;

/** ZaloPay outside the service: signs texts by its own reading of callback v2. */
public record ZalopaySender(String key2) {
    /** The inner JSON of app 2553; {@code amount} and {@code embedData} stand as raw JSON. */
    public static String paid(String id, String amount, String embedData) {
        String number = id.chars().allMatch(Character::isDigit) ? id : '"' + id + '"';
        return "{\"app_id\":2553,\"app_trans_id\":\"261122_PP-1\",\"app_time\":1795313690000,\"app_user\":\"user123\","
                + "\"amount\":" + amount + ",\"embed_data\":" + embedData + ",\"item\":\"[]\",\"zp_trans_id\":" + number
                + ",\"server_time\":1795313700123,\"channel\":38,\"merchant_user_id\":\"\",\"user_fee_amount\":0,"
                + "\"discount_amount\":0}";
    }

    /** The body that holds {@code data} under its mac. */
    public String sign(String data) {
        return body(data, Hmac.sha256(key2, data));
    }

    /** The body that holds {@code data} under {@code mac}. */
    public static String body(String data, String mac) {
        return new JsonObject().put("data", data).put("mac", mac).put("type", 1).encode();
    }
}
