package vn.phopay.merchant;

import java.util.Optional;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/**
 * What issuing and verifying a code must know about an outlet.
 *
 * @param outletId the outlet
 * @param outletName its name
 * @param merchant whose it is
 * @param account the merchant's main approved account; empty while none is approved
 * @param place where it stands now
 */
public record OutletView(
        OutletId outletId, String outletName, Owner merchant, Optional<ReceivingAccount> account, PlaceNames place) {
    /**
     * Whose outlet it is.
     *
     * @param id the merchant
     * @param status where it stands with the city
     * @param displayName name that customers know
     * @param category what it sells
     */
    public record Owner(MerchantId id, MerchantStatus status, String displayName, CategoryCode category) {}

    /**
     * Where an outlet stands, in codes and names.
     *
     * @param districtCode GSO code of the district
     * @param districtName Vietnamese name of the district
     * @param streetName Vietnamese name of the street, where it is one that we keep
     */
    public record PlaceNames(String districtCode, String districtName, Optional<String> streetName) {}

    /** Whether codes may be issued: the merchant and one of its accounts are approved. */
    public boolean mayIssueCodes() {
        return merchant.status() == MerchantStatus.APPROVED && account.isPresent();
    }
}
