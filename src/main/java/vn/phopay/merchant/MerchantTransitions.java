package vn.phopay.merchant;

import java.util.Map;
import java.util.Optional;

/**
 * The one table of a merchant's state: which step leads where. What is not in it cannot happen.
 *
 * <p>REJECTED is no dead end, because the tax code stays registered for ever: a corrected registration is sent in
 * again by its owner and decided anew. Staff cannot approve it before, so that nobody approves uncorrected papers.
 */
public final class MerchantTransitions {
    private static final Map<MerchantStatus, Map<MerchantAction, MerchantStatus>> TABLE = Map.of(
            MerchantStatus.PENDING, Map.of(
                    MerchantAction.APPROVE, MerchantStatus.APPROVED,
                    MerchantAction.REJECT, MerchantStatus.REJECTED,
                    MerchantAction.CLOSE, MerchantStatus.CLOSED),
            MerchantStatus.APPROVED, Map.of(
                    MerchantAction.SUSPEND, MerchantStatus.SUSPENDED,
                    MerchantAction.CLOSE, MerchantStatus.CLOSED),
            MerchantStatus.SUSPENDED, Map.of(
                    MerchantAction.REINSTATE, MerchantStatus.APPROVED,
                    MerchantAction.CLOSE, MerchantStatus.CLOSED),
            MerchantStatus.REJECTED, Map.of(
                    MerchantAction.RESUBMIT, MerchantStatus.PENDING,
                    MerchantAction.CLOSE, MerchantStatus.CLOSED));

    private MerchantTransitions() {}

    /** Where {@code action} leads from {@code from}; empty where it is not allowed there. */
    public static Optional<MerchantStatus> next(MerchantStatus from, MerchantAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(action));
    }
}
