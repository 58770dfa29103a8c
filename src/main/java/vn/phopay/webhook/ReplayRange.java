package vn.phopay.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * Which deliveries are sent again; an end that is missing is open.
 *
 * @param fromSequence the first order number
 * @param toSequence the last order number
 * @param from the earliest making of a delivery
 * @param to the making of a delivery lies before this
 */
public record ReplayRange(
        Optional<Long> fromSequence, Optional<Long> toSequence, Optional<Instant> from, Optional<Instant> to) {}
