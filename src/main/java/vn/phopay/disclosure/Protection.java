package vn.phopay.disclosure;

/** What can be switched off to show, in tests, that without it the attacker wins. Always all of them in production. */
enum Protection {
    /** The p % rule and the dominance rule, of which the second implies the first at the chosen limits. */
    CONCENTRATION,
    /** Withholding what others could be worked out from. */
    SECONDARY,
    /** The proof that places and categories together tell no more than each alone. */
    CATEGORIES,
    /** Holding differences between revisions against the same rules. */
    REVISION
}
