package vn.phopay.db;

import io.vertx.pgclient.PgException;
import java.util.Optional;

/**
 * Reads which named constraint refused a write, so that a store can answer with a typed outcome instead of a fault.
 *
 * <p>Decided by SQLSTATE class 23 and the constraint's name; the message is never parsed: it is translated.
 */
public final class SqlOutcome {
    private static final String INTEGRITY_VIOLATION_CLASS = "23";

    private SqlOutcome() {}

    /** The name of the constraint that {@code fault} reports as broken; empty where it is another fault. */
    public static Optional<String> brokenConstraint(Throwable fault) {
        if (fault instanceof PgException refused
                && refused.getSqlState() != null
                && refused.getSqlState().startsWith(INTEGRITY_VIOLATION_CLASS)) {
            return Optional.ofNullable(refused.getConstraint());
        }
        return Optional.empty();
    }

    /** Whether {@code fault} says that the constraint called {@code constraint} was broken. */
    public static boolean broke(Throwable fault, String constraint) {
        return brokenConstraint(fault).filter(constraint::equals).isPresent();
    }
}
