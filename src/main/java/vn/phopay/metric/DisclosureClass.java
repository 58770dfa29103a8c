package vn.phopay.metric;

/** By which rules a figure is withheld from outsiders. */
public enum DisclosureClass {
    /** Says nothing about a shop: never withheld. */
    PUBLIC,
    /** A count of shops or payments, or made of such. */
    COUNT,
    /** An amount of money, or made of such. */
    VALUE
}
