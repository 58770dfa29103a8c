package vn.phopay.merchant;

/** Where a merchant stands with the city. */
public enum MerchantStatus {
    /** Registered, waits for a decision; can log in and see that. */
    PENDING,
    /** May issue codes and receive payments under them. */
    APPROVED,
    /** Turned down; the owner may correct the registration, which puts it back to PENDING. */
    REJECTED,
    /** Stopped for now: its codes read SUSPENDED. */
    SUSPENDED,
    /** Asked to be forgotten, and was: nothing personal is left, and nothing leads out of it. */
    CLOSED
}
