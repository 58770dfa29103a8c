package vn.phopay.event;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A place in the order of all events: after the event that was recorded by transaction {@code xid} under {@code key}.
 * Its text is what {@code Last-Event-ID} carries; clients treat it as opaque. Order is the database's to tell: Java
 * compares UUIDs by sign.
 *
 * @param xid the transaction that recorded the event, 64 bits, never reused
 * @param key the payment or fact; all zero for a place before every event of the transaction
 */
public record EventPosition(long xid, UUID key) {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,18})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** The place before every event that transaction {@code xid} and later ones record. */
    public static EventPosition startOf(long xid) {
        return new EventPosition(xid, BEFORE_ALL);
    }

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<EventPosition> parse(String text) {
        return Optional.of(FORM.matcher(text))
                .filter(form -> form.matches())
                .map(form -> new EventPosition(Long.parseLong(form.group(1)), UUID.fromString(form.group(2))));
    }

    @Override
    public String toString() {
        return xid + "." + key;
    }
}
