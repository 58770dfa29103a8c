package vn.phopay.payment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What waits in a writer, counted when it is let in and again when it leaves; may be read from any event loop, so that
 * a full service refuses a call before its body is read.
 */
final class WriterLoad {
    private static final int WHOLE = 100;

    private final WriterSettings settings;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Map<String, AtomicLong> bankToRows = new ConcurrentHashMap<>();

    WriterLoad(WriterSettings settings) {
        this.settings = settings;
    }

    /** Whether there is room for anything at all. */
    boolean hasRoom() {
        return rows.get() < settings.queueRowsMax() && bytes.get() < settings.queueBytesMax();
    }

    /** Whether the delivery was let in. A bank that fills its share is refused while others still find room. */
    boolean enter(Delivery delivery, int facts) {
        AtomicLong ofBank = bankToRows.computeIfAbsent(delivery.bankCode(), bank -> new AtomicLong());
        long shareRows = Math.max(1, (long) settings.queueRowsMax() * settings.bankShare() / WHOLE);
        long all = rows.addAndGet(facts);
        long allBytes = bytes.addAndGet(delivery.rawBody().length());
        long ofThisBank = ofBank.addAndGet(facts);
        boolean fits = all <= settings.queueRowsMax()
                && allBytes <= settings.queueBytesMax()
                && (ofThisBank <= shareRows || ofThisBank == facts);
        if (!fits) {
            leave(delivery, facts);
        }
        return fits;
    }

    void leave(Delivery delivery, int facts) {
        rows.addAndGet(-facts);
        bytes.addAndGet(-delivery.rawBody().length());
        AtomicLong ofBank = bankToRows.get(delivery.bankCode());
        if (ofBank != null) {
            ofBank.addAndGet(-facts);
        }
    }

    long rows() {
        return rows.get();
    }

    long bytes() {
        return bytes.get();
    }
}
