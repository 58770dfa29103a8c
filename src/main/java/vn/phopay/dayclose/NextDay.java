package vn.phopay.dayclose;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.time.BusinessDay;

/**
 * Where the chain of seals goes on.
 *
 * @param end the last seal; empty before the first
 * @param firstDay the first day with a fact, asked for where no day is sealed; empty where there is none
 */
public record NextDay(Optional<SealStore.ChainEnd> end, Optional<LocalDate> firstDay) {
    /** The only day that can be closed now, when it is over; empty while there is no fact at all. */
    public Optional<LocalDate> date() {
        return end.map(last -> Optional.of(last.businessDate().plusDays(1))).orElse(firstDay);
    }

    /** What keeps {@code date} from being the next link; {@code begins} says that a new chain may begin with it. */
    public Optional<Blocker> blocker(LocalDate date, boolean begins, Instant now) {
        if (!date.isBefore(BusinessDay.of(now))) {
            return Optional.of(blocker(BlockerKind.DAY_NOT_OVER, "The day ends at midnight in Vietnam.", date));
        }
        Optional<LocalDate> next = date();
        if (next.isEmpty() || date.isBefore(next.get())) {
            return Optional.of(blocker(BlockerKind.BEFORE_FIRST_DAY,
                    "There was no payment on this day or before it.", next.orElse(date)));
        }
        boolean skips = date.isAfter(next.get()) && !(begins && end.isEmpty());
        return skips
                ? Optional.of(blocker(BlockerKind.PREVIOUS_DAY_OPEN, "Close " + next.get() + " first.", next.get()))
                : Optional.empty();
    }

    private static Blocker blocker(BlockerKind kind, String detail, LocalDate next) {
        return new Blocker(kind, detail, new JsonObject().put("businessDate", next.toString()));
    }
}
