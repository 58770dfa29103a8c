package vn.phopay.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one shop knows, after all releases, about another one: unknown amounts that are 0 or more, and sums of them. It
 * knows more than releases tell: totals to the dong, who stands where, who was paid at all, whose figures a revision
 * changed and that all others stayed as they were. Of other shops only sums per area matter, so they are one unknown.
 */
final class Knowledge {
    private final String attacker;
    private final String target;
    private final PublishedCity city;
    private final Map<Unknown, Integer> unknowns = new HashMap<>();
    private final List<Sum> sums = new ArrayList<>();

    Knowledge(String attacker, String target, PublishedCity city) {
        this.attacker = attacker;
        this.target = target;
        this.city = city;
        city.releases().forEach(this::learnMonth);
        if (city.releases().size() > 1) {
            learnCumulative();
        }
    }

    /**
     * An amount that the attacker does not know.
     *
     * @param revision of which; -1 for the same in all
     */
    private record Unknown(YearMonth month, int area, boolean ofTarget, int revision) {}

    /** Unknowns that add up to a known total. */
    record Sum(List<Integer> unknowns, double total) {}

    /** A sum without the attacker's own part. */
    private static final class Open {
        private final Set<Integer> unknowns = new HashSet<>();
        private double total;

        void add(Open other) {
            unknowns.addAll(other.unknowns);
            total += other.total;
        }
    }

    private void learnMonth(YearMonth month, List<PublishedBefore.Revision> revisions) {
        for (int revision = 0; revision < revisions.size(); revision++) {
            Decisions decisions = revisions.get(revision).decisions();
            open(month, revision).forEach((scope, sum) -> {
                if (decisions.of(scope, FigureClass.VALUE).isPublished()) {
                    learn(sum);
                }
            });
        }
    }

    private void learnCumulative() {
        Map<Scope, Open> whole = new HashMap<>();
        city.releases().forEach((month, revisions) -> open(month, revisions.size() - 1)
                .forEach((scope, sum) -> whole.computeIfAbsent(scope, none -> new Open()).add(sum)));
        city.cumulative().forEach(scope -> learn(whole.getOrDefault(scope, new Open())));
    }

    private void learn(Open open) {
        if (!open.unknowns.isEmpty()) {
            sums.add(new Sum(List.copyOf(open.unknowns), open.total));
        }
    }

    private Map<Scope, Open> open(YearMonth month, int revision) {
        Map<Integer, Open> byArea = new HashMap<>();
        for (PublishedCity.Row row : city.rows(month).get(revision)) {
            if (row.amountVnd() > 0 && !row.merchant().equals(attacker)) {
                boolean ofTarget = row.merchant().equals(target);
                Open sum = byArea.computeIfAbsent(row.area(), none -> new Open());
                sum.unknowns.add(number(new Unknown(month, row.area(), ofTarget, row.changed() ? revision : -1)));
                sum.total += row.amountVnd();
            }
        }
        Map<Scope, Open> byScope = new HashMap<>();
        city.areas().forEach((area, index) -> {
            Open sum = byArea.get(index);
            if (sum != null) {
                PublishedCity.scopesOf(area)
                        .forEach(scope -> byScope.computeIfAbsent(scope, none -> new Open()).add(sum));
            }
        });
        return byScope;
    }

    private int number(Unknown unknown) {
        return unknowns.computeIfAbsent(unknown, none -> unknowns.size());
    }

    int unknowns() {
        return unknowns.size();
    }

    List<Sum> sums() {
        return sums;
    }

    /** The unknowns that make up what the target took in a month by one of its revisions. */
    List<Integer> targetIn(YearMonth month, int revision) {
        return unknowns.entrySet().stream()
                .filter(unknown -> unknown.getKey().ofTarget && unknown.getKey().month.equals(month)
                        && (unknown.getKey().revision == revision || unknown.getKey().revision == -1))
                .map(Map.Entry::getValue)
                .toList();
    }
}
