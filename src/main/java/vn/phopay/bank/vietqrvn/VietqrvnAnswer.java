package vn.phopay.bank.vietqrvn;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.DeliveryResult;
import vn.phopay.bank.DialectAnswer;

/**
 * What VietQR.vn hears. It repeats on the codes that were declared to it as repeatable, and {@link #TRY_LATER} is the
 * only one to declare: it is said of overload and outage alone.
 */
public final class VietqrvnAnswer {
    /** The only code after which it should send again. */
    public static final String TRY_LATER = "TRY_LATER";

    private static final String DONE = "000";

    private VietqrvnAnswer() {}

    /** The answer to a transaction, or to a token that was not given. */
    public static DialectAnswer of(DeliveryResult result) {
        return switch (result) {
            case DeliveryResult.Recorded recorded ->
                success(new JsonObject().put("reftransactionid", recorded.told().getFirst().payment().toString()));
            case DeliveryResult.Acknowledged acknowledged -> success(null);
            case DeliveryResult.Pinged pinged -> success(null);
            case DeliveryResult.Refused refused -> failure(result, "INVALID_TOKEN", "The token is wrong or expired");
            case DeliveryResult.Unreadable unreadable -> failure(result, "INVALID_DATA", unreadable.faults().stream()
                    .findFirst()
                    .map(fault -> fault.pointer() + ' ' + fault.detail())
                    .orElse("The call cannot be read"));
            case DeliveryResult.TooLarge large -> failure(result, "TOO_LARGE", "The call is too large");
            case DeliveryResult.Suspended suspended -> failure(result, "SUSPENDED", "The sender is suspended");
            case DeliveryResult.Unavailable unavailable -> failure(result, TRY_LATER, "Please send again");
            case DeliveryResult.Failed failed -> failed.faults().isEmpty()
                    ? failure(result, TRY_LATER, "Please send again")
                    : failure(result, "NOT_RECORDED", "The transaction was not recorded");
        };
    }

    /** The answer to a good user and password. */
    public static DialectAnswer ofToken(String token) {
        return DialectAnswer.json(200, new JsonObject()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", VietqrvnTokens.LIFETIME.toSeconds()));
    }

    private static DialectAnswer success(@Nullable JsonObject object) {
        return body(200, DONE, "success", object);
    }

    private static DialectAnswer failure(DeliveryResult result, String reason, String message) {
        return body(DialectAnswer.statusOf(result), reason, message, null);
    }

    private static DialectAnswer body(
            int status, String reason, String message, @Nullable JsonObject object) {
        return DialectAnswer.json(status, new JsonObject()
                .put("error", status != 200)
                .put("errorReason", reason)
                .put("toastMessage", message)
                .put("object", object));
    }
}
