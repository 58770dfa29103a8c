package vn.phopay.profile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.identity.DeletionId;
import vn.phopay.identity.MerchantId;

/**
 * A merchant's wish to be forgotten.
 *
 * @param id its id
 * @param merchant who wishes it
 * @param status how it stands
 * @param reason why, in the owner's words; gone once it was carried out
 * @param times when
 * @param proposal the first of the two who carry it out, where there is one
 */
public record Deletion(
        DeletionId id,
        MerchantId merchant,
        Status status,
        Optional<String> reason,
        Times times,
        Optional<Proposal> proposal) {
    /** Longest reason or note, in characters. */
    public static final int REASON_LENGTH_MAX = 500;

    /** How it stands. */
    public enum Status {
        /** It waits: for its day, and for two persons. */
        OPEN,
        /** The owner took it back. */
        WITHDRAWN,
        /** Staff turned it down. */
        REFUSED,
        /** It was carried out; nothing brings it back. */
        EXECUTED
    }

    /**
     * Its moments.
     *
     * @param requestedAt when it was made
     * @param dueAt the first moment at which it may be carried out
     * @param endedAt when it ended, however it did
     */
    public record Times(Instant requestedAt, Instant dueAt, Optional<Instant> endedAt) {}

    /**
     * What the first of two said.
     *
     * @param actId the act
     * @param by the member of staff
     * @param at when
     * @param note why
     */
    public record Proposal(UUID actId, UUID by, Instant at, String note) {}

    /** Whether it waits. */
    public boolean isOpen() {
        return status == Status.OPEN;
    }
}
