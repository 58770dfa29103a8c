package vn.phopay.release;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody did about a release.
 *
 * @param id its id
 * @param kind what was done
 * @param at when
 * @param actor the staff member
 * @param actorName the staff member's name, for pages
 * @param note the staff member's words
 */
public record ReleaseAct(UUID id, Kind kind, Instant at, UUID actor, String actorName, String note) {
    /** What can be done. */
    public enum Kind {
        /** To ask for its publication. */
        PROPOSE,
        /** To publish it. */
        APPROVE,
        /** To turn it down. */
        REJECT
    }
}
