package vn.phopay.disclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Against an attacker who knows the rules, too, and could try every city there may be: for a shop there is another city
 * whose release is the same to the last figure and reason, in which the attacker has what it has, and that shop more
 * than 10 % more or less. The search is by chance and does not look long, so a shop in a hundred may go without.
 */
final class WitnessTest {
    private static final int CITIES = Integer.getInteger("disclosure.witness.cities", 400);
    private static final int TRIES = 40;
    private static final double[] FACTORS = {1.11, 0.89, 1.2, 0.8, 1.5, 0.6, 2, 0.3};
    private static final long SEED = Long.getLong("disclosure.seed", System.nanoTime());
    private final DisclosureControl control = new DisclosureControl();

    @Test
    void releaseShouldFitAnotherCityWhenLargestShopHasTenPercentMoreOrLess() {
        int shops = 0;
        List<String> without = new ArrayList<>();
        for (long seed = SEED; seed < SEED + CITIES; seed++) {
            MonthCells cells = new RandomCity(seed).months(1).getFirst().getFirst();
            for (List<Contribution> pair : rivals(cells)) {
                shops++;
                if (!new Search(cells, pair.getFirst(), pair.getLast().merchant(), new Random(seed)).finds()) {
                    without.add("seed " + seed + " " + pair.getFirst());
                }
            }
        }
        assertTrue(shops > 4 * CITIES, "there must be shops to look for");
        assertTrue(without.size() * 100 <= shops, without.size() + " of " + shops + ", seed " + SEED + " " + without);
    }

    /** The largest shop of every area, and the second largest that looks for it. */
    private static List<List<Contribution>> rivals(MonthCells cells) {
        Map<Area, List<Contribution>> areas = new HashMap<>();
        cells.contributions().stream()
                .filter(one -> one.amountVnd() > 0)
                .forEach(one -> areas.computeIfAbsent(one.area(), none -> new ArrayList<>()).add(one));
        List<List<Contribution>> rivals = new ArrayList<>();
        areas.values().forEach(shops -> {
            shops.sort(Comparator.comparing(Contribution::amountVnd).reversed());
            rivals.add(List.of(shops.getFirst(), shops.get(Math.min(1, shops.size() - 1))));
        });
        return rivals;
    }

    /** Everything that a reader gets, unrounded. */
    private record Release(Decisions decisions, Map<Scope, Long> totals) {}

    private Release release(MonthCells cells) {
        Decisions decisions = control.decide(cells, PublishedBefore.NOTHING);
        Map<Scope, Long> totals = new HashMap<>();
        cells.contributions().forEach(one -> PublishedCity.scopesOf(one.area())
                .forEach(scope -> totals.merge(scope, one.amountVnd(), Long::sum)));
        totals.keySet().removeIf(scope -> !decisions.of(scope, FigureClass.VALUE).isPublished());
        return new Release(decisions, totals);
    }

    /** Looks for another city in which one shop has something else. */
    private final class Search {
        private final MonthCells cells;
        private final Contribution target;
        private final Random random;
        private final Release truth;
        private final List<Contribution> others;

        Search(MonthCells cells, Contribution target, String attacker, Random random) {
            this.cells = cells;
            this.target = target;
            this.random = random;
            this.truth = release(cells);
            this.others = cells.contributions().stream()
                    .filter(one -> one.amountVnd() > 0 && !one.merchant().equals(target.merchant()))
                    .filter(one -> !one.merchant().equals(attacker))
                    .toList();
        }

        boolean finds() {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                for (double factor : FACTORS) {
                    List<Contribution> rows = new ArrayList<>(cells.contributions());
                    long change = (long) (target.amountVnd() * (factor - 1));
                    if (moved(rows, attempt, change)
                            && release(new MonthCells(cells.month(), rows)).equals(truth)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean moved(List<Contribution> rows, int attempt, long change) {
            add(rows, target, change);
            return switch (attempt % 4) {
                case 0 -> spread(rows, -change, one -> one.area().equals(target.area()));
                case 1 -> spread(rows, -change, one -> visible(one.area()).equals(visible(target.area())));
                case 2 -> spread(rows, -change, one -> false) || !isPublished(Scope.CITY);
                default -> around(rows, change);
            };
        }

        /** Takes and gives along a rectangle of two groups of places and two categories. */
        private boolean around(List<Contribution> rows, long change) {
            Area own = target.area();
            Contribution beside = any(one -> places(one.area()).equals(places(own)));
            Contribution far = beside == null ? null : any(one -> category(one.area()).equals(category(own)));
            return far != null
                    && spread(rows, -change, one -> same(one.area(), own, beside.area()))
                    && spread(rows, change, one -> same(one.area(), far.area(), beside.area()))
                    && spread(rows, -change, one -> same(one.area(), far.area(), own));
        }

        private boolean same(Area area, Area placesOf, Area categoryOf) {
            return places(area).equals(places(placesOf)) && category(area).equals(category(categoryOf));
        }

        private Contribution any(Predicate<Contribution> wanted) {
            List<Contribution> found = others.stream().filter(wanted).toList();
            return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
        }

        /** Gives (or takes) an amount to some of the shops; false where they have too little. */
        private boolean spread(List<Contribution> rows, long amount, Predicate<Contribution> wanted) {
            List<Contribution> peers = new ArrayList<>(others.stream().filter(wanted).toList());
            Collections.shuffle(peers, random);
            long left = amount;
            int shares = random.nextBoolean() ? Math.max(1, peers.size()) : 1 + random.nextInt(peers.size() + 1);
            for (int peer : IntStream.range(0, 2 * peers.size()).toArray()) {
                long part = peer >= peers.size() ? left : amount / shares;
                part = Math.abs(part) > Math.abs(left) ? left : part;
                left -= add(rows, peers.get(peer % peers.size()), part);
            }
            return left == 0;
        }

        /** Adds as much as leaves something, and says how much it was. */
        private long add(List<Contribution> rows, Contribution original, long amount) {
            int index = cells.contributions().indexOf(original);
            Contribution now = rows.get(index);
            long added = Math.max(amount, 1 - now.amountVnd());
            rows.set(index, new Contribution(
                    now.merchant(), now.area(), now.amountVnd() + added, now.transactions()));
            return added;
        }

        private Set<Scope> visible(Area area) {
            Set<Scope> visible = new HashSet<>(area.scopes());
            visible.removeIf(scope -> !isPublished(scope));
            return visible;
        }

        private Set<Scope> places(Area area) {
            Set<Scope> places = visible(area);
            places.removeIf(scope -> scope.level() == Level.CATEGORY);
            return places;
        }

        private Set<Scope> category(Area area) {
            Set<Scope> category = visible(area);
            category.removeIf(scope -> scope.level() != Level.CATEGORY);
            return category;
        }

        private boolean isPublished(Scope scope) {
            return truth.decisions.of(scope, FigureClass.VALUE).isPublished();
        }
    }
}
