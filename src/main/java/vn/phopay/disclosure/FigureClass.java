package vn.phopay.disclosure;

import java.util.function.ToLongFunction;

/** How much a figure tells of the shops behind it, and therefore which rules it has to pass. */
public enum FigureClass {
    /** Says nothing about a shop, such as a target or a dated number of premises: always published. */
    PUBLIC(0, false, contribution -> 0),
    /** Heads: how many shops or outlets. Five shops. */
    COUNT(SafetyRules.SHOPS_MIN_FOR_COUNTS, false, contribution -> Math.min(1, contribution.transactions())),
    /** Payments counted over shops: five shops, and none whose number of payments could be worked out. */
    TRAFFIC(SafetyRules.SHOPS_MIN_FOR_COUNTS, true, Contribution::transactions),
    /** Money, and whatever is made of it (medians, quartiles, bands, tickets): ten shops, and none that stands out. */
    VALUE(SafetyRules.SHOPS_MIN_FOR_VALUES, true, Contribution::amountVnd);

    private final int shopsMin;
    private final boolean concentrated;
    private final ToLongFunction<Contribution> measure;

    FigureClass(int shopsMin, boolean concentrated, ToLongFunction<Contribution> measure) {
        this.shopsMin = shopsMin;
        this.concentrated = concentrated;
        this.measure = measure;
    }

    /** What figures of this class have to pass. */
    public SafetyRules rules() {
        return new SafetyRules(shopsMin, concentrated);
    }

    /** What a contribution adds to figures of this class. */
    long measure(Contribution contribution) {
        return measure.applyAsLong(contribution);
    }

    /** What shows that a contribution changed: a head count changes with the payments behind it. */
    long change(Contribution contribution) {
        return this == COUNT ? contribution.transactions() : measure(contribution);
    }
}
