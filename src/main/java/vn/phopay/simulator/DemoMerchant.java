package vn.phopay.simulator;

import java.util.List;
import vn.phopay.access.PhoneNumber;
import vn.phopay.merchant.BankAccount;
import vn.phopay.merchant.LocateOutlet;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.merchant.Profile;

/**
 * A merchant of the demo city as planned.
 *
 * @param profile who it is
 * @param account where its money goes, at the demo bank
 * @param outlets its outlets, at least one
 * @param status where it ends up with the city
 * @param registeredDaysAgo when it registered
 */
record DemoMerchant(
        Profile profile, BankAccount account, List<DemoOutlet> outlets, MerchantStatus status, int registeredDaysAgo) {
    DemoMerchant {
        outlets = List.copyOf(outlets);
    }

    PhoneNumber phone() {
        return profile.phone();
    }

    /** An outlet as planned. */
    record DemoOutlet(String name, String address, LocateOutlet.Address where) {}
}
