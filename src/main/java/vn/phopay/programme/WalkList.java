package vn.phopay.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.identity.StaffId;

/**
 * Places of trade of a street that one of the digital team visits.
 *
 * @param id its id
 * @param streetPlaceId the street
 * @param task who goes there until when
 * @param progress how far it has come
 */
public record WalkList(UUID id, String streetPlaceId, Task task, Progress progress) {
    /** Longest note, in characters. */
    public static final int NOTE_LENGTH_MAX = 500;
    /** The most that one list holds: more than somebody visits in some days. */
    public static final int STOPS_MAX = 300;
    /** So many days ahead a list is due at the latest. */
    public static final int DAYS_AHEAD_MAX = 180;

    /**
     * Who goes there.
     *
     * @param assignee whose list it is
     * @param dueOn the day by which it should be done
     * @param note what the assignee should know
     */
    public record Task(Helper assignee, LocalDate dueOn, Optional<String> note) {}

    /**
     * How far it has come.
     *
     * @param createdAt when it was assigned
     * @param endedAt when it was finished or called off
     * @param stops how many places of trade are on it
     * @param visited how many of them were visited, and need no second visit
     */
    public record Progress(Instant createdAt, Optional<Instant> endedAt, long stops, long visited) {}

    /** Whether visits can still be written down. */
    public boolean isOpen() {
        return progress.endedAt().isEmpty();
    }

    /** Whether it is this person's. */
    public boolean isOf(StaffId staff) {
        return task.assignee().id().equals(staff);
    }

    /** Whether a list may be given today that is to be done by {@code day}. */
    public static boolean mayBeDue(LocalDate day, LocalDate today) {
        return !day.isBefore(today) && !day.isAfter(today.plusDays(DAYS_AHEAD_MAX));
    }

    /** Whether it should have been done before {@code today}. */
    public boolean isLate(LocalDate today) {
        return isOpen() && task.dueOn().isBefore(today);
    }
}
