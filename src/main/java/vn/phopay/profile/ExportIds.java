package vn.phopay.profile;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.identity.PublicId;

/** Writes ids in files as the API writes them, told by the name of their column. */
final class ExportIds {
    /** The end of a column's name, in lower case, and what its ids begin with. */
    private static final Map<String, String> COLUMN_END_TO_PREFIX = Map.ofEntries(
            Map.entry("merchantid", "mch"),
            Map.entry("accountid", "acc"),
            Map.entry("outletid", "out"),
            Map.entry("qrid", "qr"),
            Map.entry("paymentrequestid", "prq"),
            Map.entry("paymentid", "pay"),
            Map.entry("caseid", "cas"),
            Map.entry("sessionid", "ses"),
            Map.entry("listenerphoneid", "lsn"),
            Map.entry("batchid", "prb"),
            Map.entry("endpointid", "whe"),
            Map.entry("deliveryid", "whd"),
            Map.entry("deletionid", "del"));

    private ExportIds() {}

    /** The public form of {@code id}; of a kind without one, the plain UUID. */
    static String write(String column, UUID id) {
        String lower = column.toLowerCase(Locale.ROOT);
        Optional<String> prefix = COLUMN_END_TO_PREFIX.entrySet().stream()
                .filter(entry -> lower.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return prefix.map(kind -> PublicId.format(kind, id)).orElseGet(id::toString);
    }
}
