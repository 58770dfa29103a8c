package vn.phopay.zone;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What differs from a zone's usual week. It never changes; it may be withdrawn.
 *
 * @param id ours
 * @param zonePlaceId the zone
 * @param kind what sort of exception
 * @param during from when until before when
 * @param reason in the words of whoever recorded it
 * @param evidence where it comes from
 * @param withdrawn when and why it was withdrawn; empty while it stands
 */
public record ZoneException(
        UUID id, String zonePlaceId, Kind kind, OpenSpan during, String reason, Evidence evidence,
        Optional<Withdrawal> withdrawn) {
    /** What sort of exception. */
    public enum Kind {
        /** The zone is closed. */
        SUSPENSION,
        /** The zone is open because of a holiday. */
        HOLIDAY,
        /** The zone is open longer than usual. */
        EXTENSION;

        /** Whether the zone is open by it; else it is closed. */
        public boolean opens() {
            return this != SUSPENSION;
        }
    }

    /** When and why an exception was withdrawn. */
    public record Withdrawal(Instant at, String why) {}

    /** Whether it stands. */
    public boolean stands() {
        return withdrawn.isEmpty();
    }
}
