package vn.phopay.merchant;

import java.util.Locale;

/** A step that changes where a merchant stands. */
public enum MerchantAction {
    /** Staff: the papers are in order. Also approves the accounts that wait. */
    APPROVE,
    /** Staff: the papers are not in order. */
    REJECT,
    /** Staff: stopped for now. */
    SUSPEND,
    /** Staff: the reason for the suspension is gone. */
    REINSTATE,
    /** Owner: a rejected registration was corrected. */
    RESUBMIT,
    /** Staff: its owner asked to be forgotten. */
    CLOSE;

    /** The name under which the audit log keeps it, such as {@code merchant.approve}. */
    public String auditName() {
        return "merchant." + name().toLowerCase(Locale.ROOT);
    }
}
