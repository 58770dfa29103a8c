package vn.phopay.bank.vnpay;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.DeliveryResult;
import vn.phopay.bank.DeliveryResult.Novelty;
import vn.phopay.bank.DeliveryResult.Told;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.DialectAnswer;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.KeyPolicy;

/**
 * VNPAY's IPN 2.1.0: a GET whose query is signed by {@code vnp_SecureHash}, the hex HMAC-SHA512 of the other
 * {@code vnp_} pairs as they were received ({@link SignedQuery}). The older hashes (MD5 or SHA-256 of secret and text)
 * never hold. There is no time under the signature: a replay is told by its id.
 *
 * <p>The notice names no bank account. The terminal, {@code vnp_TmnCode}, is the account, and is also told as a virtual
 * account: it belongs to the merchant that has it registered as either, under the BIN that this sender has here.
 *
 * <p>Every answer is HTTP 200 with {@code {"RspCode", "Message"}}; 00 and 02 end VNPAY's repeats (at most 10, every 5
 * minutes). Whatever the answer, a paid notice is recorded first.
 */
public final class VnpayDialect implements Dialect {
    /** The name of this dialect. */
    public static final String NAME = "vnpay";

    private static final String GET = "GET";

    private final boolean tellsOrders;

    /**
     * A dialect.
     *
     * @param tellsOrders whether VNPAY hears 01 of a payment whose order nobody knows and 04 of one whose amount is
     *     not what the order asks for, as its acceptance test expects; otherwise both hear 00, since both are recorded
     */
    public VnpayDialect(boolean tellsOrders) {
        this.tellsOrders = tellsOrders;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public KeyPolicy keyPolicy() {
        return KeyPolicy.ofText(KeyAlgorithm.HMAC_SHA512);
    }

    @Override
    public String method() {
        return GET;
    }

    /** A GET without a query, or a HEAD; a POST is no try but a mistake, and hears so. */
    @Override
    public boolean isPing(CallbackRequest request) {
        return request.isEmpty() || request.method().equals("HEAD");
    }

    @Override
    public Authentication authenticate(List<BankKey> keys, CallbackRequest request, Instant now) {
        Optional<SignedQuery> query = SignedQuery.parse(request.rawQuery());
        if (query.isEmpty()) {
            return new Authentication.Refused("the query is not visible ASCII, or a name stands twice in it");
        }
        byte[] text = query.get().text().getBytes(StandardCharsets.US_ASCII);
        String hash = query.get().hash();
        return keys.stream()
                .filter(key -> key instanceof BankKey.Hmac hmac && hmac.verifiesHex(text, hash))
                .findFirst()
                .<Authentication>map(key -> new Authentication.Authentic(key, "", now))
                .orElseGet(() -> new Authentication.Refused("vnp_SecureHash is no HMAC-SHA512 under a live key"));
    }

    @Override
    public Reading read(CallbackRequest request) {
        return SignedQuery.parse(request.rawQuery())
                .flatMap(SignedQuery::decoded)
                .map(VnpayReader::read)
                .orElseGet(() -> Reading.Malformed.at("", "must be a form-encoded query"));
    }

    @Override
    public Optional<DialectAnswer> answer(DeliveryResult result) {
        return Optional.of(switch (result) {
            case DeliveryResult.Recorded recorded -> recorded(recorded.told().getFirst());
            case DeliveryResult.Acknowledged acknowledged -> say("00", "Confirm Success");
            case DeliveryResult.Refused refused -> say("97", "Invalid signature");
            case DeliveryResult.Pinged pinged -> say("99", "Input data required");
            case DeliveryResult.Unreadable unreadable -> say("99", "Input data invalid");
            case DeliveryResult.TooLarge large -> say("99", "Input data too large");
            case DeliveryResult.Suspended suspended -> say("99", "Merchant suspended");
            case DeliveryResult.Unavailable unavailable -> say("99", "Try later");
            case DeliveryResult.Failed failed -> say("99", "Unknown error");
        });
    }

    private DialectAnswer recorded(Told told) {
        if (told.novelty() != Novelty.STORED) {
            return say("02", "Order already confirmed");
        }
        return switch (tellsOrders ? told.outcome() : "") {
            case "UNMATCHED", "ACCOUNT" -> say("01", "Order not found");
            case "UNDERPAID", "OVERPAID" -> say("04", "Invalid amount");
            default -> say("00", "Confirm Success");
        };
    }

    private static DialectAnswer say(String code, String message) {
        return DialectAnswer.json(200, new JsonObject().put("RspCode", code).put("Message", message));
    }

    @Override
    public String canonicalText(List<BankKey> keys, CallbackRequest request) {
        return SignedQuery.parse(request.rawQuery()).map(SignedQuery::text).orElse("");
    }
}
