package vn.phopay.metric;

/** What a metric's value counts. */
public enum Unit {
    /** Things, a whole number. */
    COUNT,
    /** Whole đồng. */
    VND,
    /** A share as a decimal with four places: 0.25 is 25 %. It may exceed 1 where a denominator is out of date. */
    RATE,
    /** Hours. */
    HOURS,
    /** Seconds. */
    SECONDS,
    /** A place in an order, 1 is first; as a change, how many places were gained. */
    RANK,
    /** A calendar day, counted in days since 1970-01-01. */
    DATE
}
