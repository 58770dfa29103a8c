package vn.phopay.bank;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * An answer in a sender's own words.
 *
 * @param status HTTP status
 * @param contentType media type; empty where there is no body
 * @param body bytes, empty for none
 */
public record DialectAnswer(int status, String contentType, Buffer body) {
    /** Media type of JSON answers. */
    public static final String JSON = "application/json";

    /** A status and a JSON object. */
    public static DialectAnswer json(int status, JsonObject body) {
        return new DialectAnswer(status, JSON, body.toBuffer());
    }

    /** {@code {"success":true}} or {@code false}, by the status that means {@code result}. */
    public static DialectAnswer success(DeliveryResult result) {
        int status = statusOf(result);
        return json(status, new JsonObject().put("success", status == 200));
    }

    /** A status and nothing else. */
    public static DialectAnswer empty(int status) {
        return new DialectAnswer(status, "", Buffer.buffer());
    }

    /**
     * The status that means {@code result} to a sender who goes by HTTP status: 200 for what is kept, 401, 400, 413,
     * 403, 500, and 503 for what should be sent again.
     */
    public static int statusOf(DeliveryResult result) {
        return switch (result) {
            case DeliveryResult.Recorded recorded -> 200;
            case DeliveryResult.Acknowledged acknowledged -> 200;
            case DeliveryResult.Pinged pinged -> 200;
            case DeliveryResult.Refused refused -> 401;
            case DeliveryResult.Unreadable unreadable -> 400;
            case DeliveryResult.TooLarge large -> 413;
            case DeliveryResult.Suspended suspended -> 403;
            case DeliveryResult.Unavailable unavailable -> 503;
            case DeliveryResult.Failed failed -> 500;
        };
    }
}
