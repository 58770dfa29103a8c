package vn.phopay.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** All that was ever released of a city: every month, every revision, and sums over the months. */
final class PublishedCity {
    private final Map<YearMonth, List<PublishedBefore.Revision>> releases = new TreeMap<>();
    private final List<Scope> cumulative = new ArrayList<>();
    private final Map<Area, Integer> areaToIndex = new HashMap<>();
    private final Map<YearMonth, List<List<Row>>> rows = new HashMap<>();

    /**
     * What a shop took in an area by one revision.
     *
     * @param changed whether any revision of the month tells it otherwise
     */
    record Row(String merchant, int area, long amountVnd, boolean changed) {}

    PublishedCity(List<List<MonthCells>> months, DisclosureControl control) {
        this(months, control, false);
    }

    /** The same; with {@code liveAlone} the last revision of a month is what is live and knows of no release. */
    PublishedCity(List<List<MonthCells>> months, DisclosureControl control, boolean liveAlone) {
        for (List<MonthCells> revisions : months) {
            List<PublishedBefore.Revision> published = new ArrayList<>();
            for (MonthCells cells : revisions) {
                boolean alone = liveAlone && cells == revisions.getLast();
                Decisions decisions = alone
                        ? control.decide(cells, FigureClass.VALUE)
                        : control.decide(cells, new PublishedBefore(published));
                published.add(new PublishedBefore.Revision(cells, decisions));
            }
            releases.put(revisions.getFirst().month(), published);
            rows.put(revisions.getFirst().month(), rows(revisions));
        }
        Decisions together = Decisions.together(latest().stream().map(PublishedBefore.Revision::decisions).toList());
        publishCumulative((scope, spread) -> together.of(scope, FigureClass.VALUE).isPublished());
    }

    private List<List<Row>> rows(List<MonthCells> revisions) {
        List<Map<Pair, Long>> amounts = revisions.stream().map(this::amounts).toList();
        Set<Pair> all = new HashSet<>();
        amounts.forEach(one -> all.addAll(one.keySet()));
        List<List<Row>> rows = new ArrayList<>();
        revisions.forEach(revision -> rows.add(new ArrayList<>()));
        for (Pair pair : all) {
            List<Long> told = amounts.stream().map(one -> one.getOrDefault(pair, 0L)).toList();
            boolean changed = told.stream().distinct().count() > 1;
            for (int revision = 0; revision < told.size(); revision++) {
                rows.get(revision).add(new Row(pair.merchant, pair.area, told.get(revision), changed));
            }
        }
        return rows;
    }

    /** One merchant in one area. */
    private record Pair(String merchant, int area) {}

    private Map<Pair, Long> amounts(MonthCells cells) {
        Map<Pair, Long> amounts = new HashMap<>();
        for (Contribution one : cells.contributions()) {
            int area = areaToIndex.computeIfAbsent(one.area(), none -> areaToIndex.size());
            amounts.merge(new Pair(one.merchant(), area), one.amountVnd(), Long::sum);
        }
        return amounts;
    }

    /** Publishes sums over all months of the scopes that {@code publishes} names. */
    void publishCumulative(BiPredicate<Scope, Concentration> publishes) {
        cumulative.clear();
        Map<Scope, Map<String, Long>> sums = new HashMap<>();
        for (PublishedBefore.Revision release : latest()) {
            release.cells().contributions().forEach(one -> scopesOf(one.area()).forEach(scope -> sums
                    .computeIfAbsent(scope, none -> new HashMap<>())
                    .merge(one.merchant(), one.amountVnd(), Long::sum)));
        }
        sums.forEach((scope, shops) -> {
            if (publishes.test(scope, spread(shops))) {
                cumulative.add(scope);
            }
        });
    }

    private static Concentration spread(Map<String, Long> shops) {
        List<Long> values = shops.values().stream().filter(value -> value > 0).sorted().toList().reversed();
        return new Concentration(
                values.stream().mapToLong(Long::longValue).sum(),
                values.size(),
                values.isEmpty() ? 0 : values.getFirst(),
                values.size() < 2 ? 0 : values.get(1));
    }

    static List<Scope> scopesOf(Area area) {
        List<Scope> scopes = new ArrayList<>(area.scopes());
        scopes.add(Scope.CITY);
        return scopes;
    }

    /** Areas and their numbers. */
    Map<Area, Integer> areas() {
        return areaToIndex;
    }

    /** Rows of each revision of a month. */
    List<List<Row>> rows(YearMonth month) {
        return rows.getOrDefault(month, List.of());
    }

    Map<YearMonth, List<PublishedBefore.Revision>> releases() {
        return releases;
    }

    /** Scopes of which the sum over all months, as last revised, is published. */
    List<Scope> cumulative() {
        return cumulative;
    }

    /** Every revision of every month. */
    List<PublishedBefore.Revision> all() {
        return releases.values().stream().flatMap(List::stream).toList();
    }

    List<PublishedBefore.Revision> latest() {
        return releases.values().stream().map(List::getLast).toList();
    }
}
