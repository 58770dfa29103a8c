package vn.phopay.release;

/** Which shops stand behind a figure: each has cells of its own, over which is decided what may be published. */
enum Population {
    /** Shops that were paid in the month. */
    PAID,
    /** Shops with outlets that were credited in the 7 days up to the month's end. */
    ACTIVE_7,
    /** Shops with outlets that were credited in the 30 days up to the month's end. */
    ACTIVE_30,
    /** Shops with outlets that were credited on 8 or more of the 28 days up to the month's end. */
    HABITUAL,
    /** Shops with outlets at the month's end, rejected ones left out. */
    REGISTERED,
    /** Those of them that were approved. */
    APPROVED,
    /** Shops that issued payment requests in the month. */
    REQUESTING
}
