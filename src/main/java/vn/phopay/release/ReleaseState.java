package vn.phopay.release;

/** How far a release has come. */
public enum ReleaseState {
    /** It was drafted; nobody has proposed it. */
    DRAFT,
    /** Somebody proposes it; another person decides. */
    PROPOSED,
    /** It is public, for ever as it is. */
    PUBLISHED,
    /** It was turned down and was never public. */
    REJECTED
}
