package vn.phopay.statement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line and what became of it.
 *
 * @param placed the line
 * @param result what became of it
 * @param paymentId its payment; null only where it is ambiguous
 */
record DecidedLine(PlacedLine placed, LineResult result, @Nullable UUID paymentId) {}
