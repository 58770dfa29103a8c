package vn.phopay.disclosure;

/** Why a figure is not there, or is an earlier revision's; the order is that in which rules are tried. */
public enum Reason {
    /** Too few shops contributed. */
    FEW_SHOPS,
    /** The second largest shop could work out the largest within 10 %. */
    P_PERCENT,
    /** One or two shops took nearly all of it. */
    DOMINATED,
    /** Another withheld figure could be worked out from it. */
    SECONDARY,
    /** The difference to an earlier revision would show what few shops' correction moved. */
    REVISION
}
