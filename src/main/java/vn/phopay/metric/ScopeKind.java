package vn.phopay.metric;

/** What figures are kept for. */
public enum ScopeKind {
    /** The whole city: the outlets of all districts. */
    CITY,
    /** One of the 30 districts until 2025-06-30, which remain statistical areas. */
    DISTRICT,
    /** One edition of a ward; a code that means another area later is another scope. */
    WARD,
    /** A walking zone or programme street: the outlets of its streets. */
    ZONE,
    /** A street. */
    STREET,
    /** A merchant category (ISO 18245 code). */
    CATEGORY,
    /** A bank, by what its deliveries were like. */
    BANK
}
