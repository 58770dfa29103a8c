package vn.phopay.merchant;

/** Whether codes may name a receiving account. */
public enum AccountStatus {
    /** New or changed, waits for staff. */
    PENDING,
    /** Codes may name it. */
    APPROVED,
    /** The owner put another account in its place; transfers to it still count as the merchant's. */
    REPLACED,
    /** Staff turned it down. */
    REJECTED,
    /** The owner took it back before staff looked at it. */
    WITHDRAWN
}
