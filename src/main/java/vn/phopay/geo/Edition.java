package vn.phopay.geo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A new edition of the wards that staff brought in.
 *
 * @param id ours
 * @param title what staff call it, such as the resolution that made it
 * @param validFrom its first day
 * @param contentHash SHA-256 of the file, in hexadecimal digits
 * @param csv the file; empty in lists
 * @param status how far it has come
 * @param history who dealt with it
 */
public record Edition(
        UUID id, String title, LocalDate validFrom, String contentHash, String csv, Status status, History history) {
    /** How far an edition has come. */
    public enum Status {
        /** It waits for a second administrator; nothing has changed. */
        PROPOSED,
        /** It was taken back before it was confirmed. */
        WITHDRAWN,
        /** Its places are there from its first day on; outlets move then. */
        CONFIRMED,
        /** It was confirmed and taken back before its first day. */
        UNDONE,
        /** Outlets have moved. */
        APPLIED
    }

    /**
     * Who dealt with it, and when.
     *
     * @param proposedAt when it was brought in
     * @param proposedBy who did
     * @param proposer that person's name; empty where it is not known
     * @param confirmedAt when it was confirmed
     * @param confirmer by whom; empty where nobody has
     * @param endedAt when it was withdrawn or undone
     * @param endedWhy why; empty where it was not
     * @param appliedAt when outlets moved
     */
    public record History(
            Instant proposedAt, UUID proposedBy, String proposer, Optional<Instant> confirmedAt, String confirmer,
            Optional<Instant> endedAt, String endedWhy, Optional<Instant> appliedAt) {}
}
