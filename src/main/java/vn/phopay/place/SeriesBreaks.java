package vn.phopay.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a place's series of figures begins or ends because the area itself did, so that a chart draws a break there
 * and no series runs over it. Districts, streets and zones keep their area; a ward is one area for as long as its
 * place id lives.
 */
public final class SeriesBreaks {
    private final PlaceDirectory places;

    /** Breaks of the places in {@code places}. */
    public SeriesBreaks(PlaceDirectory places) {
        this.places = places;
    }

    /** What happened. */
    public enum What {
        /** The area was made of whole older ones, and nothing else: the sum of their series is comparable. */
        MERGED,
        /** The area was made with parts of older ones: no older series is comparable. */
        REDRAWN,
        /** The area ended and lies wholly in one other. */
        ENDED_WHOLE,
        /** The area ended and was divided among several. */
        ENDED_SPLIT
    }

    /**
     * One break.
     *
     * @param date the first day of what is new; a series ends the day before it
     * @param what what happened
     * @param others the areas before it, or after it where this one ended, by code
     * @param codeMeant the area that the same code meant until the day before, where it was another one
     */
    public record Break(LocalDate date, What what, List<Neighbour> others, Optional<Place> codeMeant) {
        /** Copies {@code others}. */
        public Break {
            others = List.copyOf(others);
        }

        /**
         * The first of consecutive periods that lies behind the break, given their first days in order; as many as
         * there are where none does. The period in which an area begins is its own, and so is the one in which it ends:
         * what stands at a period's end stands there in the new area.
         */
        public int firstBehind(List<LocalDate> starts) {
            boolean ended = what == What.ENDED_WHOLE || what == What.ENDED_SPLIT;
            LocalDate day = ended ? date.minusDays(1) : date;
            int begun = (int) starts.stream().filter(start -> !start.isAfter(day)).count();
            return ended ? begun : Math.max(0, begun - 1);
        }
    }

    /**
     * An area on the other side of a break.
     *
     * @param place the area
     * @param partly whether only a part of the older one lies in the newer one
     */
    public record Neighbour(Place place, boolean partly) {}

    /** The breaks of a place in the order of their dates; none for a place that is not known. */
    public List<Break> of(String placeId) {
        List<Break> breaks = new ArrayList<>();
        places.byId(placeId).ifPresent(place -> {
            beginning(place).ifPresent(breaks::add);
            end(place).ifPresent(breaks::add);
        });
        return List.copyOf(breaks);
    }

    private Optional<Break> beginning(Place place) {
        List<Neighbour> before = places.predecessorsOf(place).stream()
                .map(succession -> neighbour(succession.oldPlaceId(), succession.split()))
                .sorted(Comparator.comparing(other -> other.place().code()))
                .toList();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        What what = before.stream().anyMatch(Neighbour::partly) ? What.REDRAWN : What.MERGED;
        LocalDate date = place.validity().from();
        Optional<Place> meant = places.meaningOf(place.kind(), place.code(), date.minusDays(1))
                .filter(other -> !other.placeId().equals(place.placeId()));
        return Optional.of(new Break(date, what, before, meant));
    }

    private Optional<Break> end(Place place) {
        List<Neighbour> after = places.successorsOf(place).stream()
                .map(succession -> neighbour(succession.newPlaceId(), succession.split()))
                .sorted(Comparator.comparing(other -> other.place().code()))
                .toList();
        LocalDate last = place.validity().to();
        if (after.isEmpty() || last == null) {
            return Optional.empty();
        }
        What what = after.stream().anyMatch(Neighbour::partly) ? What.ENDED_SPLIT : What.ENDED_WHOLE;
        return Optional.of(new Break(last.plusDays(1), what, after, Optional.empty()));
    }

    private Neighbour neighbour(String placeId, boolean partly) {
        return new Neighbour(places.byId(placeId).orElseThrow(), partly);
    }
}
