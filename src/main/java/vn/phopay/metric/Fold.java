package vn.phopay.metric;

/** How a period's value comes from its days. */
public enum Fold {
    /** What happened in the period: days are added up. */
    SUM,
    /** What stood on the period's last day. */
    LAST,
    /** A quantile, out of the merged sketches of the period's days. */
    SKETCH
}
