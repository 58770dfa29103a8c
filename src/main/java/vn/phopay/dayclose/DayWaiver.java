package vn.phopay.dayclose;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.phopay.identity.StaffId;

/**
 * One person's proposal to close a day in spite of something that was found. It takes effect when another person closes
 * the day on it, while exactly the same is still found.
 *
 * @param id its id
 * @param businessDate the day
 * @param blocker what to close in spite of
 * @param finding {@link Blocker#finding()} at that moment
 * @param reason why, in the proposer's words
 * @param proposedBy who
 * @param proposedAt when
 */
public record DayWaiver(UUID id, LocalDate businessDate, BlockerKind blocker, String finding, String reason,
                        UUID proposedBy, Instant proposedAt) {
    /** As it stands in the seal that rests on it. */
    JsonObject toJson(UUID approvedBy) {
        return new JsonObject()
                .put("blocker", blocker.name())
                .put("reason", reason)
                .put("proposedBy", new StaffId(proposedBy).toString())
                .put("approvedBy", new StaffId(approvedBy).toString());
    }
}
