package vn.phopay.disclosure;

/**
 * What one table says about each group, held against the rules.
 *
 * @param ofTable how the table's values spread
 * @param ofValues how all of this revision's values spread over the same groups
 * @param touched the groups that the table has rows in at all, be they 0
 */
record Sums(Table table, Concentration[] ofTable, Concentration[] ofValues, boolean[] touched) {

    static Sums of(Table table, Table values, int[][] groupsOfArea, int groups) {
        Concentration[] ofTable = table.spread(groupsOfArea, groups);
        Concentration[] ofValues = table.corrections() ? values.spread(groupsOfArea, groups) : ofTable;
        return new Sums(table, ofTable, ofValues, table.touched(groupsOfArea, groups));
    }

    /** Whether the group's sum tells too much. */
    boolean unsafe(int group) {
        return unsafe(ofTable[group], ofValues[group], touched[group]);
    }

    /** The same of two groups put together. */
    boolean unsafe(int group, int other) {
        return unsafe(
                ofTable[group].and(ofTable[other]),
                ofValues[group].and(ofValues[other]),
                touched[group] || touched[other]);
    }

    private boolean unsafe(Concentration sum, Concentration whole, boolean any) {
        if (!table.corrections()) {
            return table.rules().broken(sum) != null;
        }
        return any && (sum.shops() == 0 || table.rules().broken(sum) != null || !hides(sum, whole));
    }

    /** Whoever was not corrected hides behind those who were, for the others' figures are known from before. */
    private boolean hides(Concentration corrected, Concentration whole) {
        long leeway = corrected.total() - corrected.largest() - corrected.second();
        return !table.rules().concentrated() || leeway >= SafetyRules.margin(whole.largest());
    }
}
