package vn.phopay.bank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.phopay.bank.DeliveryResult.Novelty;
import vn.phopay.identity.PaymentId;

/** One example of each result of a delivery, for the tests of what a dialect answers to it. */
public final class DeliveryResults {
    /** The payment of the examples. */
    public static final PaymentId PAYMENT = new PaymentId(new UUID(7, 7));
    /** New. */
    public static final DeliveryResult STORED = recorded(Novelty.STORED, "MATCHED");
    /** Told before. */
    public static final DeliveryResult DUPLICATE = recorded(Novelty.DUPLICATE, "MATCHED");
    /** Told before otherwise. */
    public static final DeliveryResult CONFLICT = recorded(Novelty.CONFLICT, "MATCHED");
    /** Stored, and nobody's. */
    public static final DeliveryResult UNMATCHED = recorded(Novelty.STORED, "UNMATCHED");
    /** A probe. */
    public static final DeliveryResult ACKNOWLEDGED = new DeliveryResult.Acknowledged();
    /** A portal's look. */
    public static final DeliveryResult PINGED = new DeliveryResult.Pinged();
    /** A bad signature. */
    public static final DeliveryResult REFUSED = new DeliveryResult.Refused();
    /** Signed nonsense. */
    public static final DeliveryResult UNREADABLE =
            new DeliveryResult.Unreadable(List.of(new Dialect.Fault("/amount", "must be whole")));
    /** Too many bytes. */
    public static final DeliveryResult TOO_LARGE = new DeliveryResult.TooLarge();
    /** A suspended sender. */
    public static final DeliveryResult SUSPENDED = new DeliveryResult.Suspended();
    /** No room. */
    public static final DeliveryResult UNAVAILABLE = new DeliveryResult.Unavailable();
    /** A fault of ours. */
    public static final DeliveryResult FAILED = new DeliveryResult.Failed(List.of());

    private DeliveryResults() {}

    /** A result of one transaction. */
    public static DeliveryResult recorded(Novelty novelty, String outcome) {
        return new DeliveryResult.Recorded(List.of(new DeliveryResult.Told("FT1", novelty, PAYMENT, outcome)));
    }

    /** What {@code dialect} answers to {@code result}: status, blank, body. */
    public static String told(Dialect dialect, DeliveryResult result) {
        DialectAnswer answer = dialect.answer(result).orElseThrow();
        return answer.status() + " " + answer.body();
    }

    /** What payOS, SePay and Casso expect to hear. */
    public static Map<DeliveryResult, String> ofSuccessSenders() {
        Map<DeliveryResult, String> expected = new LinkedHashMap<>();
        for (DeliveryResult kept : List.of(STORED, UNMATCHED, DUPLICATE, CONFLICT, ACKNOWLEDGED, PINGED)) {
            expected.put(kept, "200 {\"success\":true}");
        }
        expected.put(REFUSED, "401 {\"success\":false}");
        expected.put(UNREADABLE, "400 {\"success\":false}");
        expected.put(TOO_LARGE, "413 {\"success\":false}");
        expected.put(SUSPENDED, "403 {\"success\":false}");
        expected.put(UNAVAILABLE, "503 {\"success\":false}");
        expected.put(FAILED, "500 {\"success\":false}");
        return expected;
    }
}
