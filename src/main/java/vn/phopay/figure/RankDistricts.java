package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import vn.phopay.metric.ScopeKind;
import vn.phopay.metric.SizeClass;
import vn.phopay.metric.SizeClasses;

/**
 * Ranks the districts of a month inside classes of similar size, by the lead figure a trading premises: outlets active
 * in
 * 30 days over premises, compared as fractions and never as rounded shares. Districts whose premises nobody has counted
 * are a class of their own, ranked by active outlets alone.
 */
public final class RankDistricts {
    private static final int RATE_DECIMALS = 4;

    private final SizeClasses sizeClasses;
    private final ReadFigures readFigures = new ReadFigures();

    /** Ranks inside these classes. */
    public RankDistricts(SizeClasses sizeClasses) {
        this.sizeClasses = sizeClasses;
    }

    /**
     * The ranking of {@code month} out of the figures kept; districts without figures are left out. Fails on a fault.
     */
    public Future<Ranking> read(SqlClient client, Period month) {
        return readFigures.across(client, ScopeKind.DISTRICT, month).compose(now -> readFigures
                .across(client, ScopeKind.DISTRICT, month.previous())
                .map(before -> rank(month, months(now), months(before))));
    }

    /** The same out of given numbers. Each district stands at most once in each list. */
    public Ranking rank(Period month, Collection<DistrictMonth> now, Collection<DistrictMonth> before) {
        Map<SizeClass, List<DistrictMonth>> groups = groups(now);
        Map<SizeClass, List<DistrictMonth>> groupsBefore = groups(before);
        Map<String, DistrictMonth> placeToBefore = new HashMap<>();
        before.forEach(district -> placeToBefore.put(district.placeId(), district));
        List<Ranking.InClass> classes = new ArrayList<>();
        groups.forEach((size, districts) -> classes.add(rankClass(
                size, districts, places(groupsBefore.getOrDefault(size, List.of())), placeToBefore)));
        return new Ranking(month, classes);
    }

    private static List<DistrictMonth> months(Map<String, Figures> scopes) {
        return scopes.values().stream()
                .filter(figures -> figures.measure(Measure.ACTIVE_OUTLETS_30.id()).isPresent())
                .map(DistrictMonth::of)
                .toList();
    }

    private Map<SizeClass, List<DistrictMonth>> groups(Collection<DistrictMonth> districts) {
        Map<SizeClass, List<DistrictMonth>> groups =
                new TreeMap<>(Comparator.comparingLong(SizeClass::premisesFrom).reversed());
        for (DistrictMonth district : districts) {
            groups.computeIfAbsent(sizeClasses.of(district.premises()), size -> new ArrayList<>())
                    .add(district);
        }
        groups.values().forEach(list -> list.sort(RankDistricts::order));
        return groups;
    }

    private static Ranking.InClass rankClass(
            SizeClass size,
            List<DistrictMonth> ordered,
            Map<String, Integer> placeToRankBefore,
            Map<String, DistrictMonth> placeToBefore) {
        Map<String, Integer> places = places(ordered);
        List<DistrictRank> ranks = new ArrayList<>();
        for (DistrictMonth district : ordered) {
            int rank = Objects.requireNonNull(places.get(district.placeId()));
            Optional<BigDecimal> rateBefore =
                    Optional.ofNullable(placeToBefore.get(district.placeId())).flatMap(RankDistricts::rate);
            Optional<BigDecimal> rate = rate(district);
            ranks.add(new DistrictRank(
                    district.placeId(), rank, district.activeOutlets(), district.premises(), rate,
                    Optional.ofNullable(placeToRankBefore.get(district.placeId())).map(old -> old - rank),
                    rate.flatMap(after -> rateBefore.map(after::subtract))));
        }
        List<String> highest = ranks.stream()
                .filter(rank -> rank.rank() == 1)
                .map(DistrictRank::placeId)
                .toList();
        return new Ranking.InClass(size, ranks, highest, mostImproved(ranks));
    }

    private static List<String> mostImproved(List<DistrictRank> ranks) {
        Optional<BigDecimal> best = ranks.stream()
                .flatMap(rank -> rank.rateChange().stream())
                .filter(change -> change.signum() > 0)
                .max(Comparator.naturalOrder());
        return ranks.stream()
                .filter(rank -> best.isPresent() && rank.rateChange().equals(best))
                .map(DistrictRank::placeId)
                .toList();
    }

    /** Ranks of districts that are in order already: 1, 2, 2, 4. */
    private static Map<String, Integer> places(List<DistrictMonth> ordered) {
        Map<String, Integer> places = new HashMap<>();
        int rank = 1;
        for (int place = 0; place < ordered.size(); place++) {
            DistrictMonth district = ordered.get(place);
            boolean equal = place > 0 && compare(ordered.get(place - 1), district) == 0;
            rank = equal ? rank : place + 1;
            places.put(district.placeId(), rank);
        }
        return places;
    }

    private static int order(DistrictMonth one, DistrictMonth other) {
        int byRate = compare(one, other);
        return byRate != 0 ? byRate : one.placeId().compareTo(other.placeId());
    }

    /** Higher first; a/b against c/d by a·d and c·b, exactly. Both have premises, or both have none. */
    private static int compare(DistrictMonth one, DistrictMonth other) {
        BigDecimal left = BigDecimal.valueOf(one.activeOutlets()).multiply(premises(other));
        BigDecimal right = BigDecimal.valueOf(other.activeOutlets()).multiply(premises(one));
        return right.compareTo(left);
    }

    private static BigDecimal premises(DistrictMonth district) {
        return district.knownPremises().map(BigDecimal::valueOf).orElse(BigDecimal.ONE);
    }

    private static Optional<BigDecimal> rate(DistrictMonth district) {
        return district.knownPremises()
                .map(premises -> BigDecimal.valueOf(district.activeOutlets())
                        .divide(BigDecimal.valueOf(premises), RATE_DECIMALS, RoundingMode.HALF_UP));
    }
}
