package vn.phopay.disclosure;

import java.util.List;

/**
 * What was published of the same month before, oldest revision first; empty for a first revision.
 *
 * @param revisions with the cells they were made from, as they were then
 */
public record PublishedBefore(List<Revision> revisions) {
    /** Nothing was published of this month. */
    public static final PublishedBefore NOTHING = new PublishedBefore(List.of());

    /** Copies {@code revisions}. */
    public PublishedBefore {
        revisions = List.copyOf(revisions);
    }

    /** One release of the month: what it was made from and what of it was published. */
    public record Revision(MonthCells cells, Decisions decisions) {}

    /** Whether something of {@code scope} was left out once: then it stays left out, or two revisions would differ. */
    boolean withheld(Scope scope, FigureClass figures) {
        return revisions.stream().anyMatch(one -> one.decisions().of(scope, figures).isWithheld());
    }
}
