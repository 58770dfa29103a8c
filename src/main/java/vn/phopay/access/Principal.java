package vn.phopay.access;

import java.util.Set;
import java.util.UUID;
import vn.phopay.identity.MerchantId;

/**
 * Who is behind a session.
 *
 * @param subjectId the merchant's, staff member's or listener phone's id
 * @param role what the session may do
 * @param districtCodes the districts a staff member is limited to; empty means all
 */
public record Principal(UUID subjectId, Role role, Set<String> districtCodes) {
    /** Copies {@code districtCodes}, so that nobody widens them later. */
    public Principal {
        districtCodes = Set.copyOf(districtCodes);
    }

    /** Whether this is the owner of {@code merchant}. */
    public boolean owns(MerchantId merchant) {
        return role == Role.MERCHANT && subjectId.equals(merchant.value());
    }

    /** Whether this is staff whose districts include {@code districtCode}. */
    public boolean staffOf(String districtCode) {
        return role.isStaff() && (districtCodes.isEmpty() || districtCodes.contains(districtCode));
    }
}
