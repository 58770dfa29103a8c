package vn.phopay.disclosure;

/** The kinds of scope a figure is published for, in the order in which they are given up to protect another one. */
public enum Level {
    STREET,
    ZONE,
    WARD,
    DISTRICT,
    CATEGORY,
    CITY
}
