package vn.phopay.reconciliation;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.MerchantId;

/**
 * Whom an assignment gives money to.
 *
 * @param outletId the outlet
 * @param paymentRequestId the request, where one is named
 * @param merchant whose they are
 * @param active whether the merchant was ever approved, so that money may be its
 * @param districtCodes where the outlet stands
 */
record DecisionTarget(
        UUID outletId,
        @Nullable UUID paymentRequestId,
        MerchantId merchant,
        boolean active,
        Set<String> districtCodes) {

    DecisionTarget {
        districtCodes = Set.copyOf(districtCodes);
    }
}
