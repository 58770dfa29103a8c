package vn.phopay.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.identity.OutletId;

/**
 * Cash that was added to a book by hand, or what strikes such an entry out.
 *
 * @param id made by whoever wrote it, so that a form that is sent twice counts once
 * @param outlet where it was taken
 * @param entered the day under which it stands in the book
 * @param business the day on which it was taken
 * @param amountVnd whole đồng, more than none
 * @param note a few words; may be empty
 * @param recordedAt when it was written
 * @param strikes which entry it strikes out; empty for cash itself
 * @param struckAt when it was struck out; empty while it counts
 */
public record CashEntry(UUID id, OutletId outlet, LocalDate entered, LocalDate business, long amountVnd, String note,
                        Instant recordedAt, Optional<UUID> strikes, Optional<Instant> struckAt) {
    /** Longest note, in characters. */
    public static final int NOTE_LENGTH_MAX = 200;

    /** Whether it takes another entry away. */
    public boolean isStrike() {
        return strikes.isPresent();
    }

    /** What it adds to the book: less than none where it strikes another out. */
    public long signedVnd() {
        return isStrike() ? -amountVnd : amountVnd;
    }

    boolean says(CashEntry other) {
        return outlet.equals(other.outlet) && business.equals(other.business) && amountVnd == other.amountVnd
                && note.equals(other.note) && strikes.equals(other.strikes);
    }
}
