package vn.phopay.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the figures of one scope and class.
 *
 * @param reason null exactly if the month's own figures are published
 */
public record Decision(Outcome outcome, @Nullable Reason reason) {
    /** Publish the figures. */
    public static final Decision PUBLISH = new Decision(Outcome.PUBLISH, null);

    /** What to write into the release. */
    public enum Outcome {
        /** This revision's figures, rounded. */
        PUBLISH,
        /** The figures of the revision before, unchanged, with the reason as a note: they are not corrected yet. */
        KEEP,
        /** {@code null} with the reason, never 0. */
        WITHHOLD
    }

    /** A reason stands where something other than the month's own figures is published. */
    public Decision {
        if ((outcome == Outcome.PUBLISH) != (reason == null)) {
            throw new IllegalArgumentException("a reason stands exactly where something is not published");
        }
    }

    /** Leave out the figures. */
    static Decision withhold(Reason reason) {
        return new Decision(Outcome.WITHHOLD, reason);
    }

    /** Repeat the figures of the revision before. */
    static Decision keep() {
        return new Decision(Outcome.KEEP, Reason.REVISION);
    }

    /** Whether this revision's own figures may be published. */
    public boolean isPublished() {
        return outcome == Outcome.PUBLISH;
    }

    /** Whether nothing may be published. */
    public boolean isWithheld() {
        return outcome == Outcome.WITHHOLD;
    }
}
