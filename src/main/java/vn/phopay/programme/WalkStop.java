package vn.phopay.programme;

import java.util.List;
import java.util.Optional;

/**
 * One place of trade on a walk list.
 *
 * @param position its place in the walk, from 1
 * @param premises what is to be visited, as it is known now
 * @param visits what came of it, the latest last
 */
public record WalkStop(int position, Premises premises, List<Visit> visits) {
    /** Copies {@code visits}. */
    public WalkStop {
        visits = List.copyOf(visits);
    }

    /** What holds of it; empty where nobody was there. */
    public Optional<Visit> latest() {
        return visits.isEmpty() ? Optional.empty() : Optional.of(visits.getLast());
    }

    /** The edition that the next visit has, by which two people who write at once are told apart. */
    public int nextEdition() {
        return visits.size() + 1;
    }

    /** Whether somebody has still to go there. */
    public boolean isOpen() {
        return latest().map(visit -> visit.report().outcome() == Visit.Outcome.COME_AGAIN).orElse(true);
    }
}
