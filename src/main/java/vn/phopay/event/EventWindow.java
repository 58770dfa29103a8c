package vn.phopay.event;

import java.util.List;

/**
 * Every event, of the merchants asked for, that transactions {@code fromXid <= xid < uptoXid} recorded, in order.
 * Nothing can appear in it any more.
 *
 * @param events in their order
 */
public record EventWindow(long fromXid, long uptoXid, List<MerchantEvent> events) {
    /** Copies {@code events}. */
    public EventWindow {
        events = List.copyOf(events);
    }
}
