package vn.phopay.figure;

import java.util.List;
import java.util.Optional;
import vn.phopay.metric.SizeClass;

/**
 * The districts of a month, ranked inside their size classes.
 *
 * @param month the month
 * @param classes size classes that have districts, the largest first, those without known premises last
 */
public record Ranking(Period month, List<InClass> classes) {
    /** Copies {@code classes}. */
    public Ranking {
        classes = List.copyOf(classes);
    }

    /**
     * The districts of one size class.
     *
     * @param sizeClass which
     * @param ranks its districts, the first first, equal ranks by place id
     * @param highest place ids of rank 1
     * @param mostImproved place ids of those whose rate grew most since the month before; none where none grew
     */
    public record InClass(
            SizeClass sizeClass, List<DistrictRank> ranks, List<String> highest, List<String> mostImproved) {
        /** Copies the lists. */
        public InClass {
            ranks = List.copyOf(ranks);
            highest = List.copyOf(highest);
            mostImproved = List.copyOf(mostImproved);
        }
    }

    /** A district's rank; empty where it has none in this month. */
    public Optional<DistrictRank> of(String placeId) {
        return classes.stream()
                .flatMap(group -> group.ranks().stream())
                .filter(rank -> rank.placeId().equals(placeId))
                .findFirst();
    }
}
