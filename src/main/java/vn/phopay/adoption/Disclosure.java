package vn.phopay.adoption;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Decides, day by day, whose figures outsiders may see, so that no figure of 1 … {@code outletsMin} - 1 outlets is
 * published and none can be worked out.
 *
 * <p>Why it holds: the published places of a day cut its outlets into groups: the part of a published street inside one
 * cell, what is left of a ward inside a district after its published streets, what is left of a district after its
 * published wards (and the published streets outside any ward), and all districts that are withheld together. Every
 * published figure is a sum over whole groups, so nothing finer than a group can be solved for; and every group has no
 * outlet or at least {@code outletsMin}. Wards may lie in several districts, and streets in several wards: each part
 * must be large enough.
 *
 * <p>The decision for a day never depends on the range that was asked for: a range is withheld where any of its days
 * is. So what ranges, overlapping in whatever way, tell together is no more than what their days tell.
 */
public final class Disclosure {
    /** Withholds nothing: for those who may see everything. */
    static final Disclosure OPEN = new Disclosure(1);

    private final long outletsMin;

    /** Withholds figures of 1 … {@code outletsMin} - 1 outlets; 1 withholds nothing. */
    public Disclosure(int outletsMin) {
        if (outletsMin < 1) {
            throw new IllegalArgumentException("outletsMin must be at least 1");
        }
        this.outletsMin = outletsMin;
    }

    /** Whether a figure of so many outlets or merchants may be seen: of none, or of enough. */
    public boolean publishable(long contributors) {
        return contributors == 0 || contributors >= outletsMin;
    }

    /** The places that are withheld given the cells of one day. */
    public Withheld withheld(Collection<Cell> cells) {
        Day day = new Day(cells);
        day.withholdSmall();
        for (String district : day.districts()) {
            if (!day.isWithheld(district)) {
                day.protectRestOfDistrict(district);
            }
        }
        day.protectRestOfWards();
        return new Withheld(day.withheld);
    }

    /** The places that are withheld on any of several days. */
    public Withheld withheldOnAny(Collection<? extends Collection<Cell>> days) {
        Set<String> places = new HashSet<>();
        days.forEach(cells -> places.addAll(withheld(cells).placeIds()));
        return new Withheld(places);
    }

    /**
     * Whether the city's total of one day is withheld: the districts that the reader does not see must not be few
     * enough together. The total is withheld rather than another district.
     *
     * @param seen districts whose figures the reader sees whatever their size
     */
    public boolean withholdsCity(Collection<Cell> cells, Set<String> seen) {
        Withheld withheld = withheld(cells);
        long total = 0;
        long hidden = 0;
        for (Cell cell : cells) {
            total += cell.outlets();
            boolean visible = seen.contains(cell.district()) || !withheld.has(cell.district());
            hidden += visible ? 0 : cell.outlets();
        }
        return !publishable(total) || !publishable(hidden);
    }

    /** One ward inside one district, or one street inside one ward of one district. */
    private record Part(String outer, String inner) {}

    /** The working table of one day. */
    private final class Day {
        private final Collection<Cell> cells;
        private final Map<String, Long> districtToOutlets = new TreeMap<>();
        private final Set<String> withheld = new HashSet<>();

        Day(Collection<Cell> cells) {
            this.cells = cells.stream().filter(cell -> cell.outlets() > 0).toList();
            this.cells.forEach(cell -> districtToOutlets.merge(cell.district(), cell.outlets(), Long::sum));
        }

        Set<String> districts() {
            return districtToOutlets.keySet();
        }

        boolean isWithheld(String placeId) {
            return withheld.contains(placeId);
        }

        /** Withholds what is small itself, or has a part that is, or lies in something withheld. */
        void withholdSmall() {
            districtToOutlets.forEach((district, outlets) -> withholdIfSmall(district, outlets));
            Map<Part, Long> wardParts = sum(cell -> new Part(cell.district(), cell.ward()));
            wardParts.forEach((part, outlets) -> withholdIfSmall(part.inner(), outlets));
            for (Cell cell : cells) {
                withholdIfSmall(cell.street(), cell.outlets());
            }
            withholdStreetsOfWithheldWards();
        }

        /** Withholds the smallest wards and loose streets until what is left of the district is no small group. */
        void protectRestOfDistrict(String district) {
            while (!publishable(restOfDistrict(district))) {
                Map<String, Long> candidates = new TreeMap<>();
                for (Cell cell : cells) {
                    String place = cell.ward().equals(Cell.NONE) ? cell.street() : cell.ward();
                    if (cell.district().equals(district) && isPublished(place)) {
                        candidates.merge(place, cell.outlets(), Long::sum);
                    }
                }
                withheld.add(smallest(candidates));
                withholdStreetsOfWithheldWards();
            }
        }

        /** The same for every published ward inside every district, by its streets. */
        void protectRestOfWards() {
            Set<Part> parts = new HashSet<>();
            cells.stream()
                    .filter(cell -> isPublished(cell.ward()))
                    .forEach(cell -> parts.add(new Part(cell.district(), cell.ward())));
            for (Part part : sorted(parts)) {
                while (!publishable(restOfWard(part))) {
                    Map<String, Long> candidates = new TreeMap<>();
                    cells.stream()
                            .filter(cell -> isIn(cell, part) && isPublished(cell.street()))
                            .forEach(cell -> candidates.merge(cell.street(), cell.outlets(), Long::sum));
                    withheld.add(smallest(candidates));
                }
            }
        }

        private long restOfDistrict(String district) {
            return cells.stream()
                    .filter(cell -> cell.district().equals(district))
                    .filter(cell -> !isPublished(cell.ward().equals(Cell.NONE) ? cell.street() : cell.ward()))
                    .mapToLong(Cell::outlets)
                    .sum();
        }

        private long restOfWard(Part part) {
            return cells.stream()
                    .filter(cell -> isIn(cell, part) && !isPublished(cell.street()))
                    .mapToLong(Cell::outlets)
                    .sum();
        }

        private void withholdStreetsOfWithheldWards() {
            for (Cell cell : cells) {
                boolean hidden = isWithheld(cell.ward()) || isWithheld(cell.district());
                if (hidden && !cell.street().equals(Cell.NONE)) {
                    withheld.add(cell.street());
                }
            }
        }

        private void withholdIfSmall(String placeId, long outlets) {
            if (!placeId.equals(Cell.NONE) && !publishable(outlets)) {
                withheld.add(placeId);
            }
        }

        private boolean isPublished(String placeId) {
            return !placeId.equals(Cell.NONE) && !withheld.contains(placeId);
        }

        private <K> Map<K, Long> sum(Function<Cell, K> key) {
            Map<K, Long> sums = new HashMap<>();
            cells.forEach(cell -> sums.merge(key.apply(cell), cell.outlets(), Long::sum));
            return sums;
        }
    }

    private static boolean isIn(Cell cell, Part part) {
        return cell.district().equals(part.outer()) && cell.ward().equals(part.inner());
    }

    private static String smallest(Map<String, Long> placeToOutlets) {
        return placeToOutlets.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow(() -> new IllegalStateException("a group with no published part cannot be small"))
                .getKey();
    }

    private static Set<Part> sorted(Set<Part> parts) {
        Set<Part> sorted = new TreeSet<>(
                Comparator.comparing(Part::outer).thenComparing(Part::inner));
        sorted.addAll(parts);
        return sorted;
    }
}
