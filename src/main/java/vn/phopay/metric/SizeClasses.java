package vn.phopay.metric;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The size classes of districts, as the definition file sets them. */
public final class SizeClasses {
    private final List<SizeClass> largestFirst;
    private final SizeClass unknown;

    /**
     * Classes by the least number of premises in them, and the class without known premises.
     *
     * @throws IllegalArgumentException where no class takes districts of one premises, or two start at the same number
     */
    public SizeClasses(List<SizeClass> classes, SizeClass unknown) {
        this.largestFirst = classes.stream()
                .sorted(Comparator.comparingLong(SizeClass::premisesFrom).reversed())
                .toList();
        this.unknown = unknown;
        if (classes.stream().mapToLong(SizeClass::premisesFrom).distinct().count() != classes.size()) {
            throw new IllegalArgumentException("two size classes start at the same number of premises");
        }
        if (classes.isEmpty() || largestFirst.getLast().premisesFrom() > 1) {
            throw new IllegalArgumentException("no size class takes a district of one premises");
        }
    }

    /** All of them, the largest first, unknown last. */
    public List<SizeClass> all() {
        return Stream.concat(largestFirst.stream(), Stream.of(unknown))
                .toList();
    }

    /** The class of a district with so many premises; none or 0 of them are not known. */
    public SizeClass of(Optional<Long> premises) {
        return premises.filter(count -> count > 0)
                .flatMap(count -> largestFirst.stream()
                        .filter(size -> size.premisesFrom() <= count)
                        .findFirst())
                .orElse(unknown);
    }
}
