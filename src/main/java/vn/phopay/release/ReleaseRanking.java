package vn.phopay.release;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.metric.ScopeKind;

/**
 * The ranking of districts, made from published figures alone, so that anybody can make it again:
 * <ol>
 * <li>A district is ranked where its {@code adoptionRate} is published. Its rank is one more than the number of
 *     districts whose published rate is higher; equal rates share a rank.
 * <li>{@code previousAdoptionRate} is the rate in the newest revision of the month before that was published when this
 *     release was drafted (named in the manifest); {@code change} is the rate less that one.
 * <li>{@code previousRank} is made from the previous rates in the same way, {@code rankChange} is places gained.
 * <li>{@code sizeClass} is the class of the published {@code premises} by the limits in {@code metrics.json};
 *     {@code rankInSizeClass} is one more than the number of districts of that class whose published rate is higher.
 * <li><i>Highest</i> are the districts of rank 1. <i>Most improved</i> are those with the greatest change above zero.
 * </ol>
 *
 * @param rows every district: ranked ones by rank, then by code; then the others by code
 */
public record ReleaseRanking(List<Row> rows) {
    /** Copies {@code rows}. */
    public ReleaseRanking {
        rows = List.copyOf(rows);
    }

    /**
     * A district.
     *
     * @param district which one
     * @param rate its published adoption rate
     * @param rank its rank; empty where the rate is not published
     * @param size its size class and its rank in that
     * @param before its figures of the month before
     * @param change the rate less the one before
     * @param mostImproved whether no other district gained more
     */
    public record Row(ReleaseScope district, Optional<BigDecimal> rate, Optional<Integer> rank, Size size,
                      Before before, Optional<BigDecimal> change, boolean mostImproved) {
        /** Whether it is of rank 1. */
        public boolean highest() {
            return rank.filter(first -> first == 1).isPresent();
        }

        /** Places gained since the month before; negative where it lost some. */
        public Optional<Integer> rankChange() {
            return rank.flatMap(now -> before.rank().map(then -> then - now));
        }
    }

    /**
     * The month before.
     *
     * @param rate the published adoption rate
     * @param rank the rank by it
     */
    public record Before(Optional<BigDecimal> rate, Optional<Integer> rank) {}

    /**
     * Districts of similar size.
     *
     * @param sizeClass the id of the class
     * @param rank the rank in it; empty where the rate is not published
     */
    public record Size(String sizeClass, Optional<Integer> rank) {}

    /** Ranks the districts of {@code content}. */
    public static ReleaseRanking of(ReleaseContent content) {
        Map<String, BigDecimal> then = content.previous()
                .map(ReleaseContent.Previous::codeToRate).orElse(Map.of());
        List<Row> rows = new ArrayList<>();
        Map<ReleaseScope, Map<String, ReleaseCell>> districts = content.of(ScopeKind.DISTRICT);
        Map<String, List<BigDecimal>> classToRates = new HashMap<>();
        districts.values().forEach(cells -> rate(cells).ifPresent(rate -> classToRates
                .computeIfAbsent(sizeClass(content, cells), none -> new ArrayList<>()).add(rate)));
        List<BigDecimal> rates = districts.values().stream().flatMap(cells -> rate(cells).stream()).toList();
        districts.forEach((district, cells) -> {
            Optional<BigDecimal> rate = rate(cells);
            Optional<BigDecimal> old = Optional.ofNullable(then.get(district.code()));
            Before before = new Before(old, old.map(value -> rank(value, List.copyOf(then.values()))));
            rows.add(new Row(district, rate, rate.map(value -> rank(value, rates)),
                    new Size(sizeClass(content, cells),
                            rate.map(value -> rank(value, classToRates.getOrDefault(
                                    sizeClass(content, cells), List.of())))), before,
                    rate.flatMap(value -> old.map(value::subtract)), false));
        });
        Optional<BigDecimal> best = rows.stream().flatMap(row -> row.change().stream())
                .filter(change -> change.signum() > 0).max(Comparator.naturalOrder());
        return new ReleaseRanking(rows.stream()
                .map(row -> new Row(row.district(), row.rate(), row.rank(), row.size(), row.before(), row.change(),
                        best.isPresent() && row.change().filter(best.get()::equals).isPresent()))
                .sorted(Comparator.comparing((Row row) -> row.rank().orElse(Integer.MAX_VALUE))
                        .thenComparing(row -> row.district().code()))
                .toList());
    }

    /** The districts of rank 1. */
    public List<Row> highest() {
        return rows.stream().filter(Row::highest).toList();
    }

    /** The districts that gained most; none without a month before, or where nobody gained. */
    public List<Row> mostImproved() {
        return rows.stream().filter(Row::mostImproved).toList();
    }

    private static String sizeClass(ReleaseContent content, Map<String, ReleaseCell> cells) {
        Optional<Long> premises = Optional.ofNullable(cells.get(ReleaseMetrics.PREMISES))
                .flatMap(ReleaseCell::value).map(BigDecimal::longValueExact);
        return content.definitions().sizeClasses().of(premises).id();
    }

    private static Optional<BigDecimal> rate(Map<String, ReleaseCell> cells) {
        return Optional.ofNullable(cells.get("adoptionRate")).flatMap(ReleaseCell::value);
    }

    private static int rank(BigDecimal rate, List<BigDecimal> rates) {
        return 1 + Math.toIntExact(rates.stream().filter(other -> other.compareTo(rate) > 0).count());
    }
}
