package vn.phopay.access;

import java.util.Set;
import vn.phopay.identity.StaffId;

/**
 * One of the city's staff.
 *
 * @param name the person's name
 * @param role never {@link Role#MERCHANT}
 * @param districtCodes the districts the person is limited to; empty means all
 */
public record StaffMember(StaffId id, Login login, String name, Role role, Set<String> districtCodes) {
    /** Copies {@code districtCodes}; refuses a role that is none of staff. */
    public StaffMember {
        if (!role.isStaff()) {
            throw new IllegalArgumentException("staff cannot have the role " + role);
        }
        districtCodes = Set.copyOf(districtCodes);
    }
}
