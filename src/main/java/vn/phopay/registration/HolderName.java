package vn.phopay.registration;

import java.util.regex.Pattern;
import vn.phopay.merchant.CleanText;
import vn.phopay.merchant.MerchantRules;

/** Guesses an account's holder out of the name of a household business, which is most often its owner's. */
public final class HolderName {
    private static final Pattern FORM_OF_BUSINESS =
            Pattern.compile("^(?:(?:ho kinh doanh|hkd|cua hang|ong|ba)[\\s:.-]+)+");

    private HolderName() {}

    /** {@code Hộ kinh doanh Nguyễn Thị Hoa} is {@code NGUYEN THI HOA}; empty where there is nothing to guess from. */
    public static String guess(String legalName) {
        String name = FORM_OF_BUSINESS.matcher(CleanText.fold(legalName).strip()).replaceFirst("");
        return MerchantRules.accountName(name).orElse("");
    }
}
