package vn.phopay.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A small city out of a seed, made to be hard to keep secrets in: few shops in most streets, takings as uneven as in
 * life, chains, trades that keep to one ward, wards across districts, streets across wards, zones across both, and
 * months that are corrected by what goes wrong in life: a shop that was late, one that was
 * wrong, money on the wrong shop, a bank's lost day.
 */
final class RandomCity {
    private final Random random;
    private final List<Area> areas = new ArrayList<>();
    private final List<List<Outlet>> merchants = new ArrayList<>();

    RandomCity(long seed) {
        this.random = new Random(seed);
        drawAreas();
        int count = 15 + random.nextInt(random.nextInt(4) == 0 ? 240 : 80);
        for (int merchant = 0; merchant < count; merchant++) {
            drawMerchant();
        }
    }

    /** One shop front: where, and what it takes in a usual month. */
    private record Outlet(Area area, double usualVnd) {}

    /** Revisions of each month, in order. */
    List<List<MonthCells>> months(int count) {
        List<List<MonthCells>> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            months.add(revisions(YearMonth.of(2026, 1 + i)));
            moveAndClose();
        }
        return months;
    }

    private void drawAreas() {
        int districts = 1 + random.nextInt(3);
        int wards = districts + random.nextInt(4);
        int streets = random.nextInt(7);
        int zones = random.nextInt(3);
        int categories = random.nextInt(4);
        boolean guilds = random.nextInt(3) == 0;
        int count = 4 + random.nextInt(18);
        for (int i = 0; i < count; i++) {
            List<Scope> scopes = new ArrayList<>();
            int ward = random.nextInt(wards);
            boolean across = random.nextInt(8) == 0;
            scopes.add(Scope.district("d" + (across ? random.nextInt(districts) : ward % districts)));
            scopes.add(Scope.ward("w" + ward));
            if (streets > 0 && random.nextInt(3) > 0) {
                int street = random.nextInt(8) == 0 ? random.nextInt(streets) : (ward * 5 + i) % streets;
                scopes.add(Scope.street("s" + street));
                if (zones > 0 && random.nextInt(3) > 0) {
                    scopes.add(Scope.zone("z" + street % zones));
                }
            }
            if (categories > 0) {
                boolean ofGuild = guilds && random.nextInt(8) > 0;
                scopes.add(Scope.category("c" + (ofGuild ? ward % categories : random.nextInt(categories))));
            }
            areas.add(Area.of(scopes.toArray(Scope[]::new)));
        }
    }

    private void drawMerchant() {
        int outlets = random.nextInt(8) == 0 ? 2 + random.nextInt(4) : 1;
        List<Outlet> places = new ArrayList<>();
        for (int outlet = 0; outlet < outlets; outlet++) {
            places.add(new Outlet(areas.get(skewed(areas.size())), usualVnd()));
        }
        merchants.add(places);
    }

    /** Low numbers often, so that some areas are full and some nearly empty. */
    private int skewed(int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 1.7));
    }

    /** Lognormal, with a Pareto tail for one shop in six. */
    private double usualVnd() {
        double body = 20_000_000 * Math.exp(random.nextGaussian() * 0.9);
        return random.nextInt(6) == 0 ? body * Math.pow(1 - random.nextDouble(), -0.9) : body;
    }

    private void moveAndClose() {
        for (List<Outlet> places : merchants) {
            if (random.nextInt(12) == 0) {
                places.set(0, new Outlet(areas.get(random.nextInt(areas.size())), places.getFirst().usualVnd()));
            }
            if (random.nextInt(15) == 0) {
                places.set(0, new Outlet(places.getFirst().area(), 0));
            }
        }
    }

    private List<MonthCells> revisions(YearMonth month) {
        List<Contribution> rows = new ArrayList<>();
        for (int merchant = 0; merchant < merchants.size(); merchant++) {
            for (Outlet outlet : merchants.get(merchant)) {
                double swing = 0.8 + 0.4 * random.nextDouble();
                rows.add(row("m" + merchant, outlet.area(), (long) Math.min(outlet.usualVnd() * swing, 9e13)));
            }
        }
        List<MonthCells> revisions = new ArrayList<>(List.of(new MonthCells(month, rows)));
        for (int corrections = random.nextInt(3); corrections > 0; corrections--) {
            rows = new ArrayList<>(rows);
            correct(rows);
            revisions.add(new MonthCells(month, rows));
        }
        return revisions;
    }

    private void correct(List<Contribution> rows) {
        switch (random.nextInt(5)) {
            case 0 -> rows.add(row("late" + rows.size(), areas.get(random.nextInt(areas.size())), (long) usualVnd()));
            case 1 -> scale(rows, random.nextInt(rows.size()), 2 * random.nextDouble());
            case 2 -> {
                scale(rows, random.nextInt(rows.size()), 1.5);
                scale(rows, random.nextInt(rows.size()), 0);
            }
            case 3 -> {
                for (int late = 5 + random.nextInt(25); late > 0; late--) {
                    rows.add(row("late" + rows.size(), areas.get(skewed(areas.size())), (long) usualVnd()));
                }
            }
            default -> {
                double share = random.nextDouble();
                for (int i = 0; i < rows.size(); i++) {
                    scale(rows, i, random.nextDouble() < share ? 1 + random.nextDouble() * 0.3 : 1);
                }
            }
        }
    }

    private static void scale(List<Contribution> rows, int index, double factor) {
        Contribution old = rows.get(index);
        rows.set(index, row(old.merchant(), old.area(), (long) (old.amountVnd() * factor)));
    }

    private static Contribution row(String merchant, Area area, long amountVnd) {
        return new Contribution(merchant, area, amountVnd, amountVnd == 0 ? 0 : 1 + amountVnd / 60_000);
    }
}
