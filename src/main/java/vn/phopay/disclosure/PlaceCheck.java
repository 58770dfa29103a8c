package vn.phopay.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Holds every group of areas against the rules. If each is safe, then so is each published place, which is a sum of
 * groups, and whatever can be worked out, which is one too.
 */
final class PlaceCheck {
    private final CityMap city;
    private final List<Table> tables;

    PlaceCheck(CityMap city, List<Table> tables) {
        this.city = city;
        this.tables = tables;
    }

    /** The place to withhold next; empty if all groups are safe. */
    Optional<Withholding> next(Groups groups) {
        for (Table table : tables) {
            Sums sums = Sums.of(table, tables.getFirst(), groups.groupOfArea(), groups.count());
            for (int group = 0; group < groups.count(); group++) {
                boolean known = !groups.signatures().get(group).isEmpty();
                if (known && sums.unsafe(group)) {
                    Reason reason = table.corrections() ? Reason.REVISION : Reason.SECONDARY;
                    return Optional.of(new Withholding(choose(new Unsafe(groups, group, sums)), reason));
                }
            }
        }
        return Optional.empty();
    }

    private int choose(Unsafe unsafe) {
        return unsafe.groups.candidates(unsafe.group).stream()
                .map(place -> candidate(unsafe, place))
                .filter(candidate -> candidate.safe || candidate.own || !unsafe.sums.table().corrections())
                .min(Candidate.ORDER)
                .orElseThrow(() -> new IllegalStateException("a known group lies in a published place"))
                .place;
    }

    private Candidate candidate(Unsafe unsafe, int place) {
        int neighbour = unsafe.groups.neighbour(unsafe.group, place);
        boolean own = unsafe.groups.signatures().get(unsafe.group).contains(place);
        boolean unknown = own && unsafe.groups.signatures().get(unsafe.group).size() == 1;
        boolean safe = unknown || (neighbour >= 0 && !unsafe.sums.unsafe(unsafe.group, neighbour));
        long moved = neighbour < 0 ? 0 : unsafe.sums.ofTable()[neighbour].total();
        return new Candidate(place, city.scopes().get(place), safe, own, moved);
    }

    /** A group that breaks a rule, and all there is to know for mending it. */
    private record Unsafe(Groups groups, int group, Sums sums) {}

    /** One place that could be withheld: first what mends, then the finest level, then the smallest that mends. */
    private record Candidate(int place, Scope scope, boolean safe, boolean own, long moved) {
        static final Comparator<Candidate> ORDER = Comparator.comparing((Candidate one) -> !one.safe)
                .thenComparing(Candidate::level)
                .thenComparingLong(one -> one.safe ? one.moved : -one.moved)
                .thenComparingInt(Candidate::place);

        Level level() {
            return scope.level();
        }
    }
}
