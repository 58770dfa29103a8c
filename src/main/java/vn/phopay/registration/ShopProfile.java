package vn.phopay.registration;

import vn.phopay.access.PhoneNumber;
import vn.phopay.merchant.CategoryCode;
import vn.phopay.merchant.Language;
import vn.phopay.merchant.Profile;
import vn.phopay.merchant.TaxCode;

/**
 * Who a shop is, as answered on the first and the last screen.
 *
 * @param shop its names, tax code and trade
 * @param phone by which it logs in
 */
public record ShopProfile(Shop shop, PhoneNumber phone) {
    /**
     * The first screen.
     *
     * @param displayName name that customers know
     * @param legalName name in the business registration
     * @param taxCode tax code or personal number
     * @param category what it sells
     */
    public record Shop(String displayName, String legalName, TaxCode taxCode, CategoryCode category) {}

    /** As a merchant's profile, written to in {@code language}. */
    Profile toProfile(Language language) {
        return new Profile(
                shop.legalName(), shop.displayName(), shop.taxCode(), phone, shop.category(), language, 0);
    }
}
