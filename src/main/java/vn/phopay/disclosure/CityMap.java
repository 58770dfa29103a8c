package vn.phopay.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Numbers for the scopes, areas and merchants of one month and of its earlier revisions. Scopes are in order. */
final class CityMap {
    /** What stands for the category of an outlet without one. */
    static final int NO_CATEGORY = -1;

    private final List<Scope> scopes;
    private final Map<Scope, Integer> scopeToIndex = new HashMap<>();
    private final Map<Area, Integer> areaToIndex = new HashMap<>();
    private final Map<String, Integer> merchantToIndex = new HashMap<>();
    private final List<int[]> placesOfArea = new ArrayList<>();
    private final List<Integer> categoryOfArea = new ArrayList<>();

    CityMap(List<MonthCells> months) {
        TreeSet<Scope> all = new TreeSet<>();
        all.add(Scope.CITY);
        for (MonthCells month : months) {
            month.contributions().forEach(one -> areaToIndex.putIfAbsent(one.area(), areaToIndex.size()));
            month.contributions().forEach(one -> merchantToIndex.putIfAbsent(one.merchant(), merchantToIndex.size()));
        }
        areaToIndex.keySet().forEach(area -> all.addAll(area.scopes()));
        scopes = List.copyOf(all);
        scopes.forEach(scope -> scopeToIndex.put(scope, scopeToIndex.size()));
        areaToIndex.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(area -> addArea(area.getKey()));
    }

    private void addArea(Area area) {
        List<Scope> places = new ArrayList<>(List.of(Scope.CITY));
        int category = NO_CATEGORY;
        for (Scope scope : area.scopes()) {
            if (scope.level() == Level.CATEGORY) {
                category = indexOf(scope);
            } else {
                places.add(scope);
            }
        }
        placesOfArea.add(places.stream().mapToInt(this::indexOf).sorted().toArray());
        categoryOfArea.add(category);
    }

    List<Scope> scopes() {
        return scopes;
    }

    int indexOf(Scope scope) {
        return scopeToIndex.getOrDefault(scope, -1);
    }

    int indexOf(Area area) {
        return areaToIndex.getOrDefault(area, -1);
    }

    int indexOfMerchant(String merchant) {
        return merchantToIndex.getOrDefault(merchant, -1);
    }

    int areas() {
        return placesOfArea.size();
    }

    /** The city and whatever place an area lies in, ascending; no category. */
    int[] placesOf(int area) {
        return placesOfArea.get(area);
    }

    int categoryOf(int area) {
        return categoryOfArea.get(area);
    }
}
