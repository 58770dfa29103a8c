package vn.phopay.qr;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A VietQR to be written: always ASCII, objects in ascending order, always valid. Made by {@link #to} and its builder.
 */
public final class QrPayload {
    private static final String CRC_HEADER = "6304";

    private final boolean dynamic;
    private final SortedMap<String, String> idToValue;

    QrPayload(boolean dynamic, Map<String, String> idToValue) {
        this.dynamic = dynamic;
        this.idToValue = Collections.unmodifiableSortedMap(new TreeMap<>(idToValue));
    }

    /**
     * Starts a payload that pays into an account or card.
     *
     * @param bin six digits; see {@link BankTable}
     * @param account 1 to 19 printable ASCII characters, kept as they are
     */
    public static QrPayloadBuilder to(String bin, String account) {
        return new QrPayloadBuilder(bin, account);
    }

    /** Whether the code is for one payment (object 01 is 12) and not a reusable sticker (11). */
    public boolean isDynamic() {
        return dynamic;
    }

    /** The text of the symbol, checksum included. */
    public String encode() {
        return withCrc(body());
    }

    /** Everything before the checksum object. */
    String body() {
        TlvWriter writer = new TlvWriter();
        idToValue.forEach(writer::add);
        return writer.toString();
    }

    static String withCrc(String body) {
        String upToValue = body + CRC_HEADER;
        return upToValue + Crc16.hexOf(upToValue);
    }

    /** The same payload without its postal code (61), the first thing to give up when a signature needs the room. */
    QrPayload withoutPostalCode() {
        TreeMap<String, String> rest = new TreeMap<>(idToValue);
        rest.remove("61");
        return new QrPayload(dynamic, rest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QrPayload payload && payload.idToValue.equals(idToValue);
    }

    @Override
    public int hashCode() {
        return idToValue.hashCode();
    }

    /** Holds no account: payloads end up in logs. */
    @Override
    public String toString() {
        return "QrPayload[" + (dynamic ? "dynamic" : "static") + "]";
    }
}
