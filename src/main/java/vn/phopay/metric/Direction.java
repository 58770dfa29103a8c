package vn.phopay.metric;

/** Which way is better; {@code NONE} where neither is. */
public enum Direction {
    /** More is better. */
    UP,
    /** Less is better. */
    DOWN,
    /** Neither is better. */
    NONE
}
