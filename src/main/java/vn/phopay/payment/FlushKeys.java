package vn.phopay.payment;

import java.util.HashSet;
import java.util.Set;
import vn.phopay.payment.PaymentFact.PaymentKey;
import vn.phopay.payment.PaymentFact.TraceKey;

/**
 * What the facts of one flush speak of. Facts that speak of the same (of one reference, one of them perhaps to take the
 * other back, or of one trace) are decided one after the other, in flushes of their own: each then reads what the one
 * before has written.
 */
final class FlushKeys {
    private final Set<PaymentKey> keys = new HashSet<>();
    private final Set<TraceKey> traces = new HashSet<>(0);

    /** Notes what {@code fact} speaks of; false where another fact spoke of it before. */
    boolean admit(PaymentFact fact) {
        boolean free = keys.add(fact.key());
        String reversalOf = fact.notice().reversalOf();
        if (reversalOf != null) {
            free &= keys.add(new PaymentKey(fact.key().bankCode(), reversalOf));
        }
        return fact.traceKey().map(traces::add).orElse(true) && free;
    }
}
