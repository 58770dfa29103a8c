package vn.phopay.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.phopay.identity.DraftId;
import vn.phopay.identity.MerchantId;

/**
 * A registration on its way.
 *
 * @param id its id
 * @param answers what was answered so far
 * @param reached the furthest screen that may be opened
 * @param merchant what became of it; empty until it is sent
 * @param updatedAt when it was last changed
 */
public record Draft(
        DraftId id, Answers answers, Screen reached, Optional<MerchantId> merchant, Instant updatedAt) {
    /** How long a draft waits for the next answer. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    /** Whether {@code screen} may be opened: all before it were answered once. */
    public boolean mayOpen(Screen screen) {
        return screen.compareTo(reached) <= 0;
    }
}
