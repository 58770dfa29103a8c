package vn.phopay.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A member of staff as administrators see it.
 *
 * @param member who it is and what it may do
 * @param version counts its changes; a change must name the one it has seen
 * @param moments when what happened
 * @param by who did it
 * @param onlyAdmin whether nobody else administers the whole city
 */
public record StaffRecord(StaffMember member, long version, Moments moments, By by, boolean onlyAdmin) {
    /**
     * Its moments.
     *
     * @param createdAt when it was registered
     * @param changedAt when it was changed last
     * @param seenAt when it logged in or was seen last; to the hour
     * @param endedAt when its access ended
     */
    public record Moments(
            Instant createdAt, Optional<Instant> changedAt, Optional<Instant> seenAt, Optional<Instant> endedAt) {}

    /** Who registered it and who changed it last; empty where it was nobody with a name. */
    public record By(Optional<String> created, Optional<String> changed) {}

    /** Whether it can log in. */
    public boolean hasAccess() {
        return moments.endedAt().isEmpty();
    }
}
