package vn.phopay.place;

/** What sort of area a place is. */
public enum PlaceKind {
    /** One of the 30 districts: an administrative unit until 2025-06-30, a statistical area for as long as we count. */
    DISTRICT,
    /** A ward, commune or township of one edition: its code may have meant, and may come to mean, another area. */
    WARD,
    /** A street. */
    STREET,
    /** A walking zone or a cashless programme street. */
    ZONE
}
