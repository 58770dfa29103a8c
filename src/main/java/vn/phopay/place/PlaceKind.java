package vn.phopay.place;

/** What sort of area a place is. */
public enum PlaceKind {
    /** One of the 30 districts: an administrative unit until 2025-06-30, a statistical area for as long as we count. */
    DISTRICT,
    /** A ward or commune in force since 2025-07-01. */
    WARD,
    /** A street. */
    STREET,
    /** A walking zone or a cashless programme street. */
    ZONE
}
