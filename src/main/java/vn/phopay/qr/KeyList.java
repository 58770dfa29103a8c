package vn.phopay.qr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The published key list as a verifier holds it.
 *
 * @param issuedAt when it was made; null where the document does not say
 * @param nextUpdate when a newer one is due; null where the document does not say
 * @param revokedSerials serials of codes taken back
 */
public record KeyList(List<TrustedKey> keys, @Nullable Instant issuedAt, @Nullable Instant nextUpdate,
                      Set<String> revokedSerials) {
    /** How long a list is good when it names no next update. */
    public static final Duration FRESH_FOR = Duration.ofHours(24);

    /** Keeps its own copy of the keys; the set of serials may be a live view. */
    public KeyList {
        keys = List.copyOf(keys);
    }

    /** All keys of an id: it is short, so several keys may share it. */
    public List<TrustedKey> find(String keyId) {
        return keys.stream().filter(key -> key.id().equals(keyId)).toList();
    }

    /** Whether a newer list should have been fetched. A list that gives no time at all cannot be told to be stale. */
    public boolean isStaleAt(Instant now) {
        if (nextUpdate != null) {
            return now.isAfter(nextUpdate);
        }
        return issuedAt != null && now.isAfter(issuedAt.plus(FRESH_FOR));
    }
}
