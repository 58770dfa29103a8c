package vn.phopay.access;

import java.util.EnumSet;
import java.util.Set;
import vn.phopay.identity.MerchantId;

/**
 * Who may do what to whom: the one place where ownership, role and district scope are weighed. A member of staff who is
 * limited to districts may act on a merchant only where it has an outlet in one of them; {@code districtCodes} are
 * always those of the merchant's outlets. Whoever may not read something is answered as if it did not exist (404).
 */
public final class Authority {
    private static final Set<Role> DECIDERS = EnumSet.of(Role.REGISTRAR, Role.ADMIN);

    private Authority() {}

    /** Whether the caller may see the merchant: its owner, and staff of its districts. */
    public static boolean mayReadMerchant(Principal caller, MerchantId merchant, Set<String> districtCodes) {
        return caller.owns(merchant) || isStaffOfAny(caller, districtCodes);
    }

    /** Whether the caller may change the merchant's data, outlets and codes: its owner, and staff of its districts. */
    public static boolean mayEditMerchant(Principal caller, MerchantId merchant, Set<String> districtCodes) {
        return mayReadMerchant(caller, merchant, districtCodes);
    }

    /** Whether the caller may approve, reject, suspend or reinstate: registrars and administrators of its districts. */
    public static boolean mayDecideAboutMerchant(Principal caller, Set<String> districtCodes) {
        return DECIDERS.contains(caller.role()) && isStaffOfAny(caller, districtCodes);
    }

    /** Whether the caller may resolve a case; {@code districtCodes} are empty where the case is nobody's yet. */
    public static boolean mayResolveCase(Principal caller, Set<String> districtCodes) {
        return DECIDERS.contains(caller.role()) && isStaffOfAny(caller, districtCodes);
    }

    /** Whether the caller may act in the merchant's name: add accounts, issue codes, ask for payments. */
    public static boolean mayActForMerchant(Principal caller, MerchantId merchant) {
        return caller.owns(merchant);
    }

    /** Whether the caller sees figures of so few outlets that outsiders get none. */
    public static boolean maySeeSmallFigures(Principal caller) {
        return caller.role().isStaff();
    }

    /**
     * Whether the caller may register staff for {@code districtCodes} (empty: all): an administrator, and nobody hands
     * on more districts than he has.
     */
    public static boolean mayRegisterStaff(Principal caller, Set<String> districtCodes) {
        boolean withinOwn = caller.districtCodes().isEmpty()
                || (!districtCodes.isEmpty() && caller.districtCodes().containsAll(districtCodes));
        return caller.role() == Role.ADMIN && withinOwn;
    }

    private static boolean isStaffOfAny(Principal caller, Set<String> districtCodes) {
        return caller.role().isStaff()
                && (caller.districtCodes().isEmpty() || districtCodes.stream().anyMatch(caller::staffOf));
    }
}
